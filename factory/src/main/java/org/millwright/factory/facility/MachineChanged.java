package org.millwright.factory.facility;

import org.millwright.factory.platform.identity.FactoryId;

/** A machine was added or its data changed. */
public record MachineChanged(MachineId machine, FactoryId factory) {}
