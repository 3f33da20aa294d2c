package org.millwright.factory.platform.identity;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Short numbers for people, such as {@code O-1001}, counted per factory and series.
 * The counter's row stays locked until the surrounding transaction ends, so a number is never given twice;
 * take it late in a transaction.
 */
@Component
public class Numbers {
    private static final int FIRST = 1001;

    private final JdbcClient jdbc;

    public Numbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The next number of a series.
     *
     * @param series the letters before the dash, for example {@code O} for orders
     */
    @Transactional
    public String next(FactoryId factory, String series) {
        if (!series.matches("[A-Z]{1,6}")) {
            throw new IllegalArgumentException(
                    "The number series is \"%s\".%nMaybe use 1 to 6 capital letters.".formatted(series));
        }
        long number = jdbc.sql("""
                insert into platform.number_series (factory_id, series, last_number) values (:factory, :series, :first)
                on conflict (factory_id, series) do update set last_number = number_series.last_number + 1
                returning last_number""")
                .param("factory", factory.value())
                .param("series", series)
                .param("first", FIRST)
                .query(Long.class)
                .single();
        return series + "-" + number;
    }
}
