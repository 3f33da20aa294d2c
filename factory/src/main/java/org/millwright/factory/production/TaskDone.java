package org.millwright.factory.production;

import org.millwright.factory.production.task.TaskId;

/** A person finished a task. */
public record TaskDone(TaskId task) {}
