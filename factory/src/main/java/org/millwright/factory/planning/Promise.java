package org.millwright.factory.planning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.text.Saying;

/**
 * When an order could be packed if it came in now, with nothing promised before made late.
 *
 * @param at rounded up to the next full half hour; null when no date can be given; the reason says why
 * @param bindingReason what decides the date
 * @param builds plates or sheets it takes
 */
public record Promise(@Nullable Instant at, Saying bindingReason, int builds) {}
