package org.millwright.factory.passport.document;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import org.millwright.factory.platform.journal.StoredEntry;

/**
 * Composes a unit's passport from its history: JSON-LD in the shape of the UN Transparency Protocol's digital product
 * passport where that has a place for the fact, and the rest in {@code record}, in terms of our own.
 */
public final class PassportDocument {
    /** The last one gives terms of our own a meaning in JSON-LD without an address of ours that must stay reachable. */
    private static final List<Object> CONTEXT = List.of(
            "https://www.w3.org/ns/credentials/v2",
            "https://test.uncefact.org/vocabulary/untp/dpp/working/",
            "https://www.w3.org/ns/credentials/undefined-terms/v2");

    private final UnitHistory history;
    private final List<StoredEntry> machine;
    private final String repair;

    /**
     * @param machine everything about the machine that ran the job
     * @param repair what its owner may do when it breaks
     */
    public PassportDocument(UnitHistory history, List<StoredEntry> machine, String repair) {
        this.history = history;
        this.machine = List.copyOf(machine);
        this.repair = repair;
    }

    /**
     * The document without its proof.
     *
     * @param issuerDid the signing key as a decentralised identifier
     * @param address where it will be found on this installation's own host
     * @throws MissingFact when the journal does not say enough
     */
    public Map<String, Object> compose(String issuerDid, String address, Instant issuedAt) {
        Payload maker = history.maker();
        Energy energy = Energy.of(history, machine);
        Footprint footprint = Footprint.of(history, energy);
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("type", List.of("ProductPassport"));
        subject.put("id", "urn:uuid:" + history.unit());
        subject.put("granularityLevel", "item");
        subject.put("product", product(maker, issuerDid, address));
        subject.put("materialsProvenance", materials());
        subject.put("emissionsScorecard", emissions(footprint));
        subject.put("record", record(energy, footprint));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", CONTEXT);
        document.put("type", List.of("DigitalProductPassport", "VerifiableCredential"));
        document.put("id", address);
        document.put(
                "issuer", Map.of("type", List.of("CredentialIssuer"), "id", issuerDid, "name", maker.text("name")));
        document.put("validFrom", issuedAt.toString());
        document.put("credentialSubject", subject);
        return document;
    }

    private Map<String, Object> product(Payload maker, String issuerDid, String address) {
        Payload created = history.created();
        String serial = created.text("serial");
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("streetAddress", maker.text("address"));
        place.put("addressLocality", maker.text("city"));
        place.put("addressCountry", country(maker.text("country")));
        Map<String, Object> product = new LinkedHashMap<>();
        product.put("type", List.of("Product"));
        product.put("id", address);
        product.put("name", name(created.text("fileName")));
        product.put("registeredId", serial);
        product.put("serialNumber", serial);
        product.put("batchNumber", history.planned().text("number"));
        product.put("producedByParty", Map.of("id", issuerDid, "name", maker.text("name")));
        product.put(
                "producedAtFacility",
                Map.of("id", "urn:uuid:" + history.jobEnded().factory(), "name", maker.text("name"), "address", place));
        product.put(
                "productionDate",
                history.jobEnded()
                        .at()
                        .atZone(ZoneId.of(maker.text("zone")))
                        .toLocalDate()
                        .toString());
        product.put("countryOfProduction", country(maker.text("country")));
        product.put("dimensions", dimensions(created));
        return product;
    }

    private static Map<String, Object> dimensions(Payload created) {
        Map<String, Object> dimensions = new LinkedHashMap<>();
        created.findNumber("partMassG").ifPresent(mass -> dimensions.put("weight", measure(mass, "GRM")));
        if (created.values().containsKey("sizeMm")) {
            Payload size = created.map("sizeMm");
            dimensions.put("length", measure(size.number("x"), "MMT"));
            dimensions.put("width", measure(size.number("y"), "MMT"));
            dimensions.put("height", measure(size.number("z"), "MMT"));
        }
        return dimensions;
    }

    private List<Object> materials() {
        double share = history.share();
        double totalG = history.consumed().stream()
                .mapToDouble(consumed -> consumed.number("massG"))
                .sum();
        List<Object> materials = new ArrayList<>();
        for (Payload consumed : history.consumed()) {
            double massG = consumed.number("massG");
            Map<String, Object> material = new LinkedHashMap<>();
            material.put("type", List.of("Material"));
            material.put("name", consumed.text("materialName"));
            material.put("massFraction", totalG == 0 ? 1.0 : rounded(massG / totalG, 4));
            material.put("mass", measure(massG * share, "GRM"));
            Map<String, Object> origin = new LinkedHashMap<>();
            origin.put("materialId", consumed.text("materialId"));
            origin.put("lotNumber", consumed.text("lotNumber"));
            origin.put("supplier", consumed.text("supplier"));
            origin.put("recycling", consumed.text("recycling"));
            material.put("record", origin);
            materials.add(material);
        }
        return materials;
    }

    private static Map<String, Object> emissions(Footprint footprint) {
        Map<String, Object> scorecard = new LinkedHashMap<>();
        scorecard.put("type", List.of("EmissionsPerformance"));
        scorecard.put("carbonFootprint", rounded(footprint.toGateKg(), 6));
        // One piece, UN/ECE Recommendation 20.
        scorecard.put("declaredUnit", "C62");
        scorecard.put("operationalScope", "CradleToGate");
        // Amounts are measured here, but every factor is published by others.
        scorecard.put("primarySourcedRatio", 0);
        return scorecard;
    }

    private Map<String, Object> record(Energy energy, Footprint footprint) {
        Payload created = history.created();
        List<Object> operations = new Operations(history).list();
        List<Object> measurements = new Measurements(history).list();
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("simulated", simulated(operations) || simulated(measurements));
        record.put("process", created.text("process"));
        record.put("design", Map.of("number", created.text("designNumber"), "sha256", created.text("designSha256")));
        record.put(
                "options",
                created.values().containsKey("options") ? created.map("options").values() : Map.of());
        record.put("operations", operations);
        record.put("measurements", measurements);
        history.last("UnitReleased")
                .ifPresent(entry -> record.put("releasedAt", entry.at().toString()));
        record.put("energy", energy(energy));
        record.put("footprint", footprint(footprint));
        record.put("care", Map.of("repair", repair));
        StoredEntry last = history.lastEntry();
        record.put("journal", Map.of("sequence", last.sequence(), "hash", last.hash()));
        return record;
    }

    private static Map<String, Object> energy(Energy energy) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("electricityWh", rounded(energy.wh(), 3));
        fields.put("buildElectricityWh", rounded(energy.buildWh(), 3));
        fields.put("shareOfBuild", rounded(energy.share(), 6));
        fields.put("runS", rounded(energy.runS(), 1));
        fields.put("basis", energy.measured() ? "machine-report" : "running-power");
        if (!energy.measured()) {
            fields.put("runningW", energy.runningW());
        }
        return fields;
    }

    private static Map<String, Object> footprint(Footprint footprint) {
        List<Object> terms = new ArrayList<>();
        for (Footprint.Term term : footprint.terms()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("term", term.name());
            fields.put("of", term.of());
            fields.put("amount", rounded(term.amount(), 9));
            fields.put("unit", term.unit());
            fields.put("factor", term.factor());
            fields.put("kgCo2e", rounded(term.kgCo2e(), 6));
            terms.add(fields);
        }
        return Map.of("totalKgCo2e", rounded(footprint.totalKg(), 6), "terms", terms);
    }

    private static boolean simulated(List<Object> steps) {
        return steps.stream()
                .map(Payload::of)
                .anyMatch(step -> step.truth("simulated") || step.truth("machineSimulated"));
    }

    private static Map<String, Object> measure(double value, String unit) {
        return Map.of("value", rounded(value, 3), "unit", unit);
    }

    /** The file's name without its ending. */
    private static String name(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }

    /** ISO 3166-1 alpha-2, which UNTP wants, from alpha-3. */
    private static String country(String alpha3) {
        return Arrays.stream(Locale.getISOCountries())
                .filter(alpha2 -> alpha3(alpha2).equals(alpha3))
                .findFirst()
                .orElse(alpha3);
    }

    private static String alpha3(String alpha2) {
        try {
            return Locale.of("", alpha2).getISO3Country();
        } catch (MissingResourceException e) {
            // A few codes have no counterpart of three letters.
            return "";
        }
    }

    static double rounded(double value, int decimals) {
        double scale = Math.pow(10, decimals);
        double scaled = Math.rint(value * scale) / scale;
        return Double.isFinite(scaled) ? scaled : value;
    }
}
