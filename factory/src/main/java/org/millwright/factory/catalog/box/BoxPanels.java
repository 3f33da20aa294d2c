package org.millwright.factory.catalog.box;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Outline;
import org.millwright.geometry.Point;
import org.millwright.geometry.Region;

/**
 * The panels of a finger-jointed box, without kerf. Every edge is divided into an odd number of equal pieces between its
 * corners; of the two panels that meet there one owns the even and the other the odd pieces, and every corner has one owner,
 * so together the panels fill the walls of the box exactly.
 */
public final class BoxPanels {
    /** Between panels on the sheet. */
    private static final double APART_MM = 6;

    private final BoxOptions box;
    private final double t;
    private final int alongX;
    private final int alongY;
    private final int alongZ;

    private BoxPanels(BoxOptions box) {
        this.box = box;
        t = box.thicknessMm();
        alongX = box.fingers(box.widthMm());
        alongY = box.fingers(box.depthMm());
        alongZ = box.fingers(box.heightMm());
    }

    /** Bottom, top if there is a lid, front, back, left, right. */
    public static List<Panel> of(BoxOptions box) {
        return new BoxPanels(box).panels();
    }

    /** The panels beside each other as they are cut from one sheet. */
    public static List<Region> flat(BoxOptions box) {
        List<Region> shapes = of(box).stream()
                .map(Panel::shape)
                .sorted(Comparator.comparingDouble(shape -> -bounds(shape).sizeY()))
                .toList();
        double area = shapes.stream()
                .mapToDouble(shape -> bounds(shape).sizeX() * bounds(shape).sizeY())
                .sum();
        double widest = shapes.stream()
                .mapToDouble(shape -> bounds(shape).sizeX())
                .max()
                .orElse(0);
        double room = Math.max(widest, 1.5 * Math.sqrt(area));
        List<Region> placed = new ArrayList<>();
        double x = 0;
        double y = 0;
        double row = 0;
        for (Region shape : shapes) {
            Bounds size = bounds(shape);
            if (x > 0 && x + size.sizeX() > room) {
                x = 0;
                y += row + APART_MM;
                row = 0;
            }
            placed.add(shape.placed(0, x - size.min().x(), y - size.min().y()));
            x += size.sizeX() + APART_MM;
            row = Math.max(row, size.sizeY());
        }
        return placed;
    }

    /** The box put together: each panel a solid of its own. */
    public static Mesh assembled(BoxOptions box) {
        List<Mesh> solids =
                of(box).stream().map(panel -> panel.solid(box.thicknessMm())).toList();
        int vertices = solids.stream().mapToInt(Mesh::vertexCount).sum();
        int triangles = solids.stream().mapToInt(Mesh::triangleCount).sum();
        double[] coordinates = new double[3 * vertices];
        int[] corners = new int[3 * triangles];
        int vertex = 0;
        int corner = 0;
        for (Mesh solid : solids) {
            for (int i = 0; i < 3 * solid.triangleCount(); i++) {
                corners[corner++] = vertex + solid.corner(i / 3, i % 3);
            }
            for (int i = 0; i < solid.vertexCount(); i++, vertex++) {
                coordinates[3 * vertex] = solid.x(i);
                coordinates[3 * vertex + 1] = solid.y(i);
                coordinates[3 * vertex + 2] = solid.z(i);
            }
        }
        return new Mesh(coordinates, corners);
    }

    private List<Panel> panels() {
        double w = box.widthMm();
        double d = box.depthMm();
        double h = box.heightMm();
        List<Panel> panels = new ArrayList<>();
        Region ground =
                shape(w, d, Side.even(alongX), Side.even(alongX), Side.even(alongY), Side.even(alongY), true, true);
        panels.add(new Panel("bottom", ground, (x, y, z) -> new Point(x, y, z)));
        if (box.lid()) {
            panels.add(new Panel("top", ground, (x, y, z) -> new Point(x, y, h - t + z)));
        }
        Side topX = box.lid() ? Side.odd(alongX) : Side.whole(alongX);
        Side topY = box.lid() ? Side.odd(alongY) : Side.whole(alongY);
        Region front = shape(w, h, Side.odd(alongX), topX, Side.even(alongZ), Side.even(alongZ), false, !box.lid());
        panels.add(new Panel("front", front, (x, y, z) -> new Point(x, t - z, y)));
        panels.add(new Panel("back", front, (x, y, z) -> new Point(x, d - z, y)));
        Region side = shape(d, h, Side.odd(alongY), topY, Side.odd(alongZ), Side.odd(alongZ), false, false);
        panels.add(new Panel("left", side, (x, y, z) -> new Point(z, x, y)));
        panels.add(new Panel("right", side, (x, y, z) -> new Point(w - t + z, x, y)));
        return panels;
    }

    /** A rectangle from 0, 0 with the pieces of its edges that it owns. */
    private Region shape(
            double width,
            double height,
            Side low,
            Side high,
            Side left,
            Side right,
            boolean lowCorners,
            boolean highCorners) {
        double[] x = cuts(width, low.pieces());
        double[] y = cuts(height, left.pieces());
        int columns = x.length - 1;
        int rows = y.length - 1;
        boolean[][] filled = new boolean[columns][rows];
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < rows; row++) {
                boolean atSide = column == 0 || column == columns - 1;
                if (row == 0 || row == rows - 1) {
                    boolean corners = row == 0 ? lowCorners : highCorners;
                    Side edge = row == 0 ? low : high;
                    filled[column][row] = atSide ? corners : edge.owns().test(column - 1);
                } else {
                    Side edge = column == 0 ? left : right;
                    filled[column][row] = !atSide || edge.owns().test(row - 1);
                }
            }
        }
        return new Region(CellOutline.of(x, y, filled), List.of());
    }

    private double[] cuts(double length, int pieces) {
        double[] cuts = new double[pieces + 3];
        for (int i = 0; i <= pieces; i++) {
            cuts[i + 1] = t + (length - 2 * t) * i / pieces;
        }
        cuts[pieces + 2] = length;
        return cuts;
    }

    private static Bounds bounds(Region shape) {
        return new Outline(List.of(shape), List.of()).bounds();
    }
}
