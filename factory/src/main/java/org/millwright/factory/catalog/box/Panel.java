package org.millwright.factory.catalog.box;

import org.millwright.factory.catalog.solid.SolidBuilder;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Region;

/**
 * One panel of a box: flat, and where it stands in the box.
 *
 * @param name {@code bottom}, {@code top}, {@code front}, {@code back}, {@code left} or {@code right}
 * @param shape as it is cut, its rectangle from 0, 0
 * @param standing from the flat panel, its thickness upwards from 0, into the box
 */
public record Panel(String name, Region shape, SolidBuilder.Placing standing) {
    /** The panel as it stands in the box. */
    public Mesh solid(double thicknessMm) {
        return new SolidBuilder(standing).prism(shape, 0, thicknessMm).build();
    }
}
