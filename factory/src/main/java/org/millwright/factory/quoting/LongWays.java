package org.millwright.factory.quoting;

import java.util.List;
import org.millwright.factory.facility.Place;
import org.millwright.factory.facility.energy.CarbonFactor;
import org.millwright.factory.facility.energy.CarbonFactors;
import org.millwright.factory.quoting.calculation.FarAway;
import org.millwright.factory.quoting.calculation.FarAway.LongWay;
import org.millwright.factory.quoting.calculation.QuoteInputs;
import org.springframework.stereotype.Component;

/** Where a distant mass factory is taken to be, and how its goods come here. */
@Component
class LongWays {
    private static final Origin SHANGHAI = new Origin("CHN", 31.23, 121.47);
    private static final Origin HAMBURG = new Origin("DEU", 53.55, 9.99);
    private static final double EARTH_RADIUS_KM = 6371;
    /** Ships go round continents: assumed to be twice the shortest line over the globe. */
    private static final double SEA_DETOUR = 2;

    private final CarbonFactors carbon;

    LongWays(CarbonFactors carbon) {
        this.carbon = carbon;
    }

    private record Origin(String country, double latitudeDeg, double longitudeDeg) {}

    List<FarAwayCarbon> compare(Place here, QuoteInputs inputs) {
        Origin origin = here.country().equals(SHANGHAI.country()) ? HAMBURG : SHANGHAI;
        double km = kilometres(here, origin);
        QuoteInputs.Factor grid = factor(carbon.grid(origin.country()));
        return List.of(
                FarAway.carbon(inputs, origin.country(), grid, way("air", km, "air-long-haul")),
                FarAway.carbon(inputs, origin.country(), grid, way("ship", km * SEA_DETOUR, "ship-container")));
    }

    private LongWay way(String mode, double km, String freight) {
        return new LongWay(mode, km, factor(carbon.freight(freight)));
    }

    /** The shortest line over the globe (haversine). */
    private static double kilometres(Place here, Origin origin) {
        double lat = Math.toRadians(here.latitudeDeg() - origin.latitudeDeg()) / 2;
        double lon = Math.toRadians(here.longitudeDeg() - origin.longitudeDeg()) / 2;
        double h = Math.pow(Math.sin(lat), 2)
                + Math.cos(Math.toRadians(here.latitudeDeg()))
                        * Math.cos(Math.toRadians(origin.latitudeDeg()))
                        * Math.pow(Math.sin(lon), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
    }

    private static QuoteInputs.Factor factor(CarbonFactor factor) {
        return new QuoteInputs.Factor(
                factor.kgCo2ePerUnit(), factor.unit(), factor.source(), factor.year(), factor.proxy());
    }
}
