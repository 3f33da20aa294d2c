package org.millwright.processes.machining;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How fast a laser of some power cuts a sheet, from a table with sources. Between listed thicknesses and powers the logarithm
 * of speed runs straight over the logarithms of both; beyond the table there is no answer.
 */
public final class CuttingSpeeds {
    private static final List<Row> ROWS = Table.rows("laser.csv", 6).stream()
            .map(row -> new Row(
                    row[0],
                    Double.parseDouble(row[1]),
                    Double.parseDouble(row[2]),
                    Double.parseDouble(row[3]),
                    Double.parseDouble(row[4]),
                    row[5]))
            .toList();

    private CuttingSpeeds() {}

    private record Row(
            String material, double thicknessMm, double powerKw, double mPerMin, double pierceS, String source) {}

    /**
     * Speed and pierce time.
     *
     * @param source where the table's figures come from
     */
    public record Speed(double cutMmPerMin, double pierceS, String source) {
        /** Time to cut a length with so many pierces and a way without beam. */
        public double seconds(double cutLengthMm, int pierceCount, double rapidLengthMm, double rapidMmPerMin) {
            return cutLengthMm / cutMmPerMin * 60 + pierceCount * pierceS + rapidLengthMm / rapidMmPerMin * 60;
        }
    }

    /** Those in the table, in its order. */
    public static List<String> listMaterials() {
        return ROWS.stream().map(Row::material).distinct().toList();
    }

    /** Empty when the material is not in the table or the sheet or power lies beyond it. */
    public static Optional<Speed> find(String material, double thicknessMm, double powerKw) {
        List<Row> known =
                ROWS.stream().filter(row -> row.material().equals(material)).toList();
        double[] thicknesses =
                around(known.stream().mapToDouble(Row::thicknessMm).toArray(), thicknessMm);
        if (thicknesses.length == 0) {
            return Optional.empty();
        }
        var thin = atPower(known, thicknesses[0], powerKw);
        var thick = atPower(known, thicknesses[1], powerKw);
        if (thin.isEmpty() || thick.isEmpty()) {
            return Optional.empty();
        }
        double share = share(thicknesses, thicknessMm);
        return Optional.of(new Speed(
                between(thin.get().cutMmPerMin(), thick.get().cutMmPerMin(), share),
                between(thin.get().pierceS(), thick.get().pierceS(), share),
                thin.get().source()));
    }

    private static Optional<Speed> atPower(List<Row> known, double thicknessMm, double powerKw) {
        List<Row> rows = known.stream()
                .filter(row -> row.thicknessMm() == thicknessMm)
                .sorted(Comparator.comparingDouble(Row::powerKw))
                .toList();
        double[] powers = around(rows.stream().mapToDouble(Row::powerKw).toArray(), powerKw);
        if (powers.length == 0) {
            return Optional.empty();
        }
        Row weak = row(rows, powers[0]), strong = row(rows, powers[1]);
        return Optional.of(new Speed(
                1000 * between(weak.mPerMin(), strong.mPerMin(), share(powers, powerKw)),
                weak.pierceS(),
                weak.source()));
    }

    private static Row row(List<Row> rows, double powerKw) {
        return rows.stream().filter(row -> row.powerKw() == powerKw).findFirst().orElseThrow();
    }

    /** The listed values just below and above, equal when it is listed itself; none beyond the list. */
    private static double[] around(double[] listed, double value) {
        double low = Double.NEGATIVE_INFINITY, high = Double.POSITIVE_INFINITY;
        for (double each : listed) {
            low = each <= value ? Math.max(low, each) : low;
            high = each >= value ? Math.min(high, each) : high;
        }
        return Double.isFinite(low) && Double.isFinite(high) ? new double[] {low, high} : new double[0];
    }

    private static double share(double[] around, double value) {
        return around[0] == around[1] ? 0 : Math.log(value / around[0]) / Math.log(around[1] / around[0]);
    }

    private static double between(double a, double b, double share) {
        return Math.exp(Math.log(a) + share * (Math.log(b) - Math.log(a)));
    }
}
