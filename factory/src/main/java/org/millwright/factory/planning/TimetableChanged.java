package org.millwright.factory.planning;

import org.millwright.factory.platform.identity.FactoryId;

/** A new version of a factory's timetable is in force. */
public record TimetableChanged(FactoryId factory, int version) {}
