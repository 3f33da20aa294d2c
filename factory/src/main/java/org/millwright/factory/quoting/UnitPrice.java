package org.millwright.factory.quoting;

import org.millwright.factory.platform.money.Money;

/** What one unit costs when {@code quantity} of them are ordered. */
public record UnitPrice(int quantity, Money unit) {}
