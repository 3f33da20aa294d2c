package org.millwright.factory.quoting;

import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.money.Money;

/**
 * One line of an explanation. Terms with an amount add up to the price exactly; terms of carbon carry a value in kg.
 *
 * @param term for instance {@code material} or {@code carbon-energy}; the words live in the bundle {@code quoting} under
 *     {@code term.<term>}
 * @param unit of the value; {@code kg} for carbon, the currency for money
 * @param formula with the numbers filled in
 * @param source where the numbers come from; proxies are called so
 */
public record Term(
        String term, @Nullable Money amount, @Nullable Double value, String unit, String formula, String source) {}
