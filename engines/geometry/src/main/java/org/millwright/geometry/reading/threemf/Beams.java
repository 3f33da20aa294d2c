package org.millwright.geometry.reading.threemf;

import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Severity;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.reading.source.Numbers;
import org.millwright.geometry.reading.source.SafeXml;

/** The beam lattices of a package (beam lattice extension): counted and told, not made. */
final class Beams {
    private static final String LATTICE = "beam lattice extension, 2";

    private final Violations violations;
    private int count;
    private double thinnest = Double.POSITIVE_INFINITY;
    private double usual;

    Beams(Violations violations) {
        this.violations = violations;
    }

    void start(XMLStreamReader xml, String part) throws UnreadableShape {
        switch (xml.getLocalName()) {
            case "beamlattice" -> usual = radius(xml, "radius", part, 0);
            case "beam" -> {
                count++;
                String v1 = SafeXml.attribute(xml, "v1");
                String v2 = SafeXml.attribute(xml, "v2");
                if (v1 == null || v2 == null || v1.equals(v2)) {
                    violations.add(part, xml, "a beam that does not run between two vertices", LATTICE);
                }
                double r1 = radius(xml, "r1", part, usual);
                thinnest = Math.min(thinnest, Math.min(r1, radius(xml, "r2", part, r1)));
            }
            default -> {}
        }
    }

    int count() {
        return count;
    }

    /** @return null when there are no beams */
    @Nullable
    Finding finding(double unitMm) {
        return count == 0
                ? null
                : Finding.of("beam-lattice", Severity.BLOCKING)
                        .with(Map.of("count", count, "thinnest", 2 * thinnest * unitMm));
    }

    private double radius(XMLStreamReader xml, String name, String part, double otherwise) throws UnreadableShape {
        String text = SafeXml.attribute(xml, name);
        if (text == null) {
            return otherwise;
        }
        double value = Numbers.parse(text.strip());
        if (!(value > 0 && value < 1e9)) {
            violations.add(part, xml, "a beam with the radius '%s'".formatted(text), LATTICE);
            return otherwise;
        }
        return value;
    }
}
