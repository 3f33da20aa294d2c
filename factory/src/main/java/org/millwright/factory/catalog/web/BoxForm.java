package org.millwright.factory.catalog.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.catalog.InvalidOptions;
import org.millwright.factory.catalog.Violation;
import org.millwright.factory.catalog.box.BoxOptions;

/** What was typed for a box; what was not is as usual. */
public record BoxForm(
        @Nullable String widthMm,
        @Nullable String depthMm,
        @Nullable String heightMm,
        @Nullable String thicknessMm,
        @Nullable String fingerMm,
        @Nullable String lid) {
    private static final double READABLE_SIDE_MM = 300;

    public BoxForm {
        widthMm = widthMm == null ? "140" : widthMm;
        depthMm = depthMm == null ? "90" : depthMm;
        heightMm = heightMm == null ? "60" : heightMm;
        thicknessMm = thicknessMm == null ? "3" : thicknessMm;
        fingerMm = fingerMm == null ? "10" : fingerMm;
        lid = lid == null ? "yes" : lid;
    }

    /** Throws {@link InvalidOptions} with everything that cannot be taken. */
    BoxOptions read() {
        List<Violation> violations = new ArrayList<>();
        double width = Numbers.read("widthMm", widthMm, violations);
        double depth = Numbers.read("depthMm", depthMm, violations);
        double height = Numbers.read("heightMm", heightMm, violations);
        double thickness = Numbers.read("thicknessMm", thicknessMm, violations);
        double finger = Numbers.read("fingerMm", fingerMm, violations);
        try {
            var box = new BoxOptions(
                    or(width, READABLE_SIDE_MM),
                    or(depth, READABLE_SIDE_MM),
                    or(height, READABLE_SIDE_MM),
                    or(thickness, BoxOptions.LEAST_THICKNESS_MM),
                    or(finger, BoxOptions.LEAST_FINGER_MM),
                    "yes".equals(lid));
            if (violations.isEmpty()) {
                return box;
            }
        } catch (InvalidOptions refused) {
            violations.addAll(refused.violations());
        }
        throw new InvalidOptions(violations);
    }

    /** As the part of an address behind the question mark. */
    public String query() {
        return Numbers.query(Map.of(
                "widthMm", String.valueOf(widthMm),
                "depthMm", String.valueOf(depthMm),
                "heightMm", String.valueOf(heightMm),
                "thicknessMm", String.valueOf(thicknessMm),
                "fingerMm", String.valueOf(fingerMm),
                "lid", String.valueOf(lid)));
    }

    private static double or(double value, double otherwise) {
        return Double.isNaN(value) ? otherwise : value;
    }
}
