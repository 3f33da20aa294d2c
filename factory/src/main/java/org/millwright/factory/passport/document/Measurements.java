package org.millwright.factory.passport.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millwright.factory.platform.journal.StoredEntry;

/** What was inspected on the unit, and what came out. */
record Measurements(UnitHistory history) {
    List<Object> list() {
        List<Object> measurements = new ArrayList<>();
        for (StoredEntry entry : history.measurements()) {
            Payload payload = Payload.of(entry.payload());
            Map<String, Object> measurement = new LinkedHashMap<>();
            measurement.put("characteristic", payload.text("characteristic"));
            payload.findText("kind").ifPresent(kind -> measurement.put("kind", kind));
            for (String key : List.of("nominalMm", "lowerMm", "upperMm", "valueMm")) {
                payload.findNumber(key).ifPresent(value -> measurement.put(key, PassportDocument.rounded(value, 4)));
            }
            measurement.put("ok", payload.truth("ok"));
            payload.findText("personRole").ifPresent(role -> measurement.put("personRole", role));
            measurement.put("simulated", payload.truth("simulated"));
            measurement.put("at", entry.at().toString());
            measurements.add(measurement);
        }
        return measurements;
    }
}
