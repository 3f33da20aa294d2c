package org.millwright.scheduling.model;

/**
 * Something an operation holds from the start of its setup to its end beside its machine: a tool, a fixture, a build
 * plate, or an amount of something of which there is more.
 *
 * @param resourceId a resource that is no person
 * @param amount how much of its capacity, at least 1
 */
public record Need(String resourceId, int amount) {}
