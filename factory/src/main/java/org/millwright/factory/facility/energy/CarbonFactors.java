package org.millwright.factory.facility.energy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millwright.factory.platform.problem.Problem;
import org.springframework.stereotype.Component;

/**
 * Published carbon factors, each with its source and year. Factors that open data does not give are proxies and say so; a
 * supplier's own figure is always better. Tables and licences: {@code carbon/SOURCES.md} among the resources.
 */
@Component
public class CarbonFactors {
    private static final String DEFRA = "UK Government GHG Conversion Factors 2025 (DESNZ/Defra), OGL v3.0, row %s: %s";
    private static final int DEFRA_YEAR = 2025;

    private final Map<String, CarbonFactor> materials =
            CsvTable.read("carbon/materials.csv", "key", CarbonFactors::material);
    private final Map<String, CarbonFactor> freight =
            CsvTable.read("carbon/freight.csv", "mode", CarbonFactors::freight);
    private final Map<String, CarbonFactor> grids =
            CsvTable.read("carbon/grid_intensity_country.csv", "iso3", CarbonFactors::grid);

    /**
     * Electricity from a country's grid, per kWh.
     *
     * @param country ISO 3166-1 alpha-3 code
     * @throws Problem {@code carbon-grid-unknown} when the table does not have it
     */
    public CarbonFactor grid(String country) {
        return find(grids, country).orElseThrow(() -> unknown("carbon-grid-unknown", country, List.of()));
    }

    /**
     * A material, cradle to gate, per kg.
     *
     * @param key for instance {@code pla}, {@code plywood}, {@code cardboard}
     * @throws Problem {@code carbon-material-unknown}, naming the keys that are known
     */
    public CarbonFactor material(String key) {
        return find(materials, key).orElseThrow(() -> unknown("carbon-material-unknown", key, listMaterials()));
    }

    /** As {@link #material(String)}; empty when the table does not have it. */
    public Optional<CarbonFactor> findMaterial(String key) {
        return find(materials, key);
    }

    /**
     * Carriage of goods, well to wheel, per tonne and km.
     *
     * @param mode for instance {@code van-diesel}, {@code truck}, {@code air-long-haul}
     * @throws Problem {@code carbon-freight-unknown}, naming the modes that are known
     */
    public CarbonFactor freight(String mode) {
        return find(freight, mode).orElseThrow(() -> unknown("carbon-freight-unknown", mode, listFreightModes()));
    }

    public List<String> listMaterials() {
        return materials.keySet().stream().sorted().toList();
    }

    public List<String> listFreightModes() {
        return freight.keySet().stream().sorted().toList();
    }

    /** Countries whose grid is known, as ISO 3166-1 alpha-3 codes. */
    public List<String> listGridCountries() {
        return grids.keySet().stream().sorted().toList();
    }

    private static Optional<CarbonFactor> find(Map<String, CarbonFactor> table, String key) {
        return Optional.ofNullable(table.get(key));
    }

    private static Problem unknown(String code, String key, List<String> known) {
        return Problem.of(Problem.Kind.INVALID, code, Map.of("key", key, "known", String.join(", ", known)));
    }

    private static CarbonFactor material(Map<String, String> row) {
        String source = DEFRA.formatted(row.get("source_id"), row.get("material") + ", " + row.get("route"));
        boolean proxy = Boolean.parseBoolean(row.get("proxy"));
        return new CarbonFactor(number(row, "kgco2e_per_kg"), "kg", source, DEFRA_YEAR, proxy, text(row, "note"));
    }

    private static CarbonFactor freight(Map<String, String> row) {
        String source = DEFRA.formatted(row.get("source_id"), row.get("row"));
        return new CarbonFactor(
                number(row, "wtw_kgco2e_per_tkm"), "t.km", source, DEFRA_YEAR, false, text(row, "note"));
    }

    private static CarbonFactor grid(Map<String, String> row) {
        String note = "Yearly mean of the country's latest year in the table; the table does not state which.";
        return new CarbonFactor(number(row, "gco2e_per_kwh") / 1000, "kWh", text(row, "source"), 0, false, note);
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(text(row, column));
    }

    private static String text(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}
