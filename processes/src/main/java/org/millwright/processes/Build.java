package org.millwright.processes;

import java.util.List;
import org.millwright.geometry.Shape;

/**
 * Units laid out on one plate or sheet, to be run as one program.
 *
 * @param name short name that ends in the program's first comment
 */
public record Build(String name, List<Placed> units) {
    public Build {
        units = List.copyOf(units);
    }

    /**
     * One unit in its place: the part is turned about the origin by {@code rotationDeg}, then moved by x and y; the origin
     * of plate or sheet is its front left corner.
     */
    public record Placed(String unit, Shape part, double rotationDeg, double xMm, double yMm) {}
}
