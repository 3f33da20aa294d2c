package org.millwright.factory.facility;

import org.millwright.factory.platform.identity.FactoryId;

/** A machine can work again. */
public record MachineCameBack(MachineId machine, FactoryId factory) {}
