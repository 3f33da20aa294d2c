package org.millwright.factory.facility;

import org.millwright.factory.platform.identity.FactoryId;

/** A machine stopped being able to work. */
public record MachineWentDown(MachineId machine, FactoryId factory) {}
