package org.millwright.factory.quoting;

import org.millwright.factory.platform.identity.FactoryId;

/** A quote was made. */
public record QuoteMade(QuoteId quote, FactoryId factory) {}
