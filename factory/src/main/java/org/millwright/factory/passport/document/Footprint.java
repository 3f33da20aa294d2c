package org.millwright.factory.passport.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The carbon footprint of one unit as terms: amount × factor, each factor with its source. */
record Footprint(List<Term> terms) {
    /**
     * @param name {@code material}, {@code electricity}, {@code packing} or {@code transport}
     * @param amount in {@code unit}
     */
    record Term(String name, String of, double amount, String unit, Map<String, Object> factor, double kgCo2e) {
        static Term of(String name, String of, double amount, Payload factor) {
            double kg = amount * factor.number("kgCo2ePerUnit");
            return new Term(name, of, amount, factor.text("unit"), new LinkedHashMap<>(factor.values()), kg);
        }
    }

    static Footprint of(UnitHistory history, Energy energy) {
        List<Term> terms = new ArrayList<>();
        double share = history.materialShare();
        double massG = 0;
        for (Payload consumed : history.consumed()) {
            double shareG = consumed.number("massG") * share;
            massG += shareG;
            terms.add(Term.of("material", consumed.text("materialName"), shareG / 1000, consumed.map("carbon")));
        }
        Payload maker = history.maker();
        terms.add(Term.of("electricity", maker.text("country"), energy.wh() / 1000, grid(maker)));
        double packingG = maker.number("packingMassGPerUnit");
        terms.add(Term.of("packing", "cardboard", packingG / 1000, maker.map("packing")));
        double shippedG = history.created().findNumber("partMassG").orElse(massG) + packingG;
        double tonneKm = shippedG / 1e6 * maker.number("transportKm");
        terms.add(Term.of("transport", maker.text("transportMode"), tonneKm, maker.map("transport")));
        return new Footprint(List.copyOf(terms));
    }

    double totalKg() {
        return terms.stream().mapToDouble(Term::kgCo2e).sum();
    }

    /** Without transport, which begins at the gate. */
    double toGateKg() {
        return terms.stream()
                .filter(term -> !term.name().equals("transport"))
                .mapToDouble(Term::kgCo2e)
                .sum();
    }

    private static Payload grid(Payload maker) {
        return Payload.of(Map.of(
                "kgCo2ePerUnit",
                maker.number("gridGCo2ePerKwh") / 1000,
                "unit",
                "kWh",
                "source",
                maker.text("gridSource"),
                "year",
                maker.number("gridYear"),
                "proxy",
                false,
                "note",
                ""));
    }
}
