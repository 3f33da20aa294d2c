package org.millwright.factory.facility;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.millwright.factory.platform.identity.FactoryId;

/** One factory of this installation, and what everything in it is computed with. */
public record Factory(
        FactoryId id,
        String name,
        Place place,
        Currency currency,
        ZoneId zone,
        Locale language,
        GridFactor grid,
        CostRates rates) {
    public Factory {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A factory needs a name.");
        }
    }

    /** This factory with other rates. */
    public Factory with(CostRates otherRates) {
        return new Factory(id, name, place, currency, zone, language, grid, otherRates);
    }
}
