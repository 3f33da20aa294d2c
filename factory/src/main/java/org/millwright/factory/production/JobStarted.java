package org.millwright.factory.production;

/** A machine began to run a job. */
public record JobStarted(JobId job) {}
