package org.millwright.factory.planning.pass;

import org.millwright.factory.platform.identity.FactoryId;

/** Units lost their place and wait for another. */
public record UnitsWaiting(FactoryId factory) {}
