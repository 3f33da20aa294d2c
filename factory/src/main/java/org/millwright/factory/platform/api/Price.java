package org.millwright.factory.platform.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.money.Money;

/** An amount of money in the API. */
public record Price(
        @Schema(example = "12.50") BigDecimal amount,
        @Schema(example = "EUR") String currency) {
    public static Price of(Money money) {
        return new Price(money.toDecimal(), money.currency().getCurrencyCode());
    }

    public static @Nullable Price ofNullable(@Nullable Money money) {
        return money == null ? null : of(money);
    }
}
