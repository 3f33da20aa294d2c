package org.millwright.factory.production;

/** A job ran to its end; its units still lie on the machine. */
public record JobFinished(JobId job) {}
