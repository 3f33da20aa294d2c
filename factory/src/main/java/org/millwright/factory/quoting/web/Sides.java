package org.millwright.factory.quoting.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.millwright.factory.design.Design;
import org.millwright.factory.design.Designs;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Point;
import org.millwright.geometry.features.Orientation;
import org.millwright.geometry.surface.Surface;
import org.millwright.processes.manufacturability.SolidFeatures;
import org.springframework.stereotype.Component;

/** The sides a part could lie on while it is made layer by layer: as it is drawn, and the best others. */
@Component
class Sides {
    private static final int OTHERS = 3;
    private static final double LIMIT_DEG = 45;
    private static final double WANTED_CONTACT = 1 / 3.0;

    private final Designs designs;
    private final Ways ways;

    Sides(Designs designs, Ways ways) {
        this.designs = designs;
        this.ways = ways;
    }

    /** Makes a design of each good side, where there is none yet. */
    void make(Design design, Mesh mesh, Actor actor) {
        var features = new SolidFeatures(mesh);
        int made = 0;
        for (Orientation orientation : Orientation.candidates(
                features.surface(), features.tree(), features.views(), LIMIT_DEG, Orientation.Weights.USUAL)) {
            boolean drawn = orientation.up().z() > 0.999;
            if (!drawn && made < OTHERS) {
                made++;
                Point up = orientation.up();
                String name = design.fileName().replaceFirst("\\.[^.]*$", "") + " (side " + made + ").3mf";
                designs.derive(design.id(), named(up), name, turned(mesh, up), actor);
            }
        }
    }

    private static String named(Point up) {
        // Adding zero makes zeros positive.
        return String.format(Locale.ROOT, "up %.6f %.6f %.6f", up.x() + 0.0, up.y() + 0.0, up.z() + 0.0);
    }

    /**
     * As drawn first, then the sides that were made, best score first.
     *
     * @param asked the way to make it; when it names none, the one that the design's page begins with
     */
    List<Side> list(Design design, Mesh mesh, String asked, int quantity, Actor actor) {
        String choice = asked.isBlank()
                ? ways.list(design, quantity, Map.of(), actor).stream()
                        .findFirst()
                        .map(Way::key)
                        .orElse("")
                : asked;
        var features = new SolidFeatures(mesh);
        List<Side> sides = new ArrayList<>();
        designs.listDerived(design.id()).forEach((derivation, derived) -> {
            String[] parts = derivation.split(" ");
            if (parts[0].equals("up")) {
                Point up = new Point(
                        Double.parseDouble(parts[1]), Double.parseDouble(parts[2]), Double.parseDouble(parts[3]));
                sides.add(side(features, derived, up, choice, quantity, actor));
            }
        });
        sides.sort(Comparator.comparingDouble((Side side) -> side.orientation().score()));
        sides.addFirst(side(features, design, new Point(0, 0, 1), choice, quantity, actor));
        return sides;
    }

    private Side side(SolidFeatures features, Design design, Point up, String choice, int quantity, Actor actor) {
        Surface surface = features.surface();
        Orientation orientation =
                Orientation.of(surface, features.tree(), features.views(), LIMIT_DEG, Orientation.Weights.USUAL, up);
        Bounds box = features.mesh().bounds();
        double largest = Math.max(box.sizeX(), Math.max(box.sizeY(), box.sizeZ()));
        double wanted = WANTED_CONTACT
                * Math.max(box.sizeX() * box.sizeY(), Math.max(box.sizeY() * box.sizeZ(), box.sizeZ() * box.sizeX()));
        return new Side(
                design,
                orientation,
                ways.find(design, choice, quantity, Map.of(), actor).orElse(null),
                up.z() > 0.999,
                Math.min(2, orientation.supportMm3() / Math.max(1e-9, surface.volumeMm3())),
                orientation.heightMm() / Math.max(1e-9, largest),
                1 - Math.min(1, orientation.bedMm2() / Math.max(1e-9, wanted)));
    }

    /** Turned about the shortest way so that {@code up} points up, and standing on the bed (Rodrigues' formula). */
    static Mesh turned(Mesh mesh, Point up) {
        double[] xyz = new double[3 * mesh.vertexCount()];
        double cos = up.z();
        double axisX = up.y();
        double axisY = -up.x();
        double sin = Math.hypot(axisX, axisY);
        boolean half = sin < 1e-9;
        double kx = half ? 1 : axisX / sin;
        double ky = half ? 0 : axisY / sin;
        double low = Double.POSITIVE_INFINITY;
        for (int i = 0; i < mesh.vertexCount(); i++) {
            double x = mesh.x(i), y = mesh.y(i), z = mesh.z(i);
            double along = (kx * x + ky * y) * (1 - cos);
            xyz[3 * i] = x * cos + ky * z * sin + kx * along;
            xyz[3 * i + 1] = y * cos - kx * z * sin + ky * along;
            xyz[3 * i + 2] = z * cos + (kx * y - ky * x) * sin;
            low = Math.min(low, xyz[3 * i + 2]);
        }
        int[] corners = new int[3 * mesh.triangleCount()];
        for (int i = 0; i < mesh.triangleCount(); i++) {
            for (int corner = 0; corner < 3; corner++) {
                corners[3 * i + corner] = mesh.corner(i, corner);
            }
        }
        return new Mesh(xyz, corners).moved(0, 0, -low);
    }
}
