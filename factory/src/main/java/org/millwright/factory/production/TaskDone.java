package org.millwright.factory.production;

/** A person finished a task. */
public record TaskDone(TaskId task) {}
