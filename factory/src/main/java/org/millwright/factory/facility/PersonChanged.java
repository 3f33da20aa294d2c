package org.millwright.factory.facility;

import org.millwright.factory.platform.identity.FactoryId;

/** A person was added, or their skills or hours changed. */
public record PersonChanged(PersonId person, FactoryId factory) {}
