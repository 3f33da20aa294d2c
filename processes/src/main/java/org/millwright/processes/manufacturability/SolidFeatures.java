package org.millwright.processes.manufacturability;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Point;
import org.millwright.geometry.features.Access;
import org.millwright.geometry.features.Cavities;
import org.millwright.geometry.features.Cylinder;
import org.millwright.geometry.features.Cylinders;
import org.millwright.geometry.features.Thickness;
import org.millwright.geometry.surface.Surface;
import org.millwright.geometry.surface.SurfaceTree;
import org.millwright.geometry.thickness.SurfaceSamples;

/** What a solid consists of, each found when first asked for and kept, so that several processes can judge one part. Not thread-safe. */
public final class SolidFeatures {
    private static final int THICKNESS_SAMPLES = 1500;
    private static final int VIEW_SAMPLES = 500;
    /** Walls thicker than this worry no process. */
    private static final double THIN_MM = 3;

    private final Mesh mesh;
    private final Surface surface;
    private final SurfaceTree tree;
    private final SurfaceSamples views;
    private @Nullable Thickness thickness;
    private @Nullable List<Cylinder> cylinders;
    private @Nullable Access access;
    private @Nullable Cavities cavities;

    public SolidFeatures(Mesh mesh) {
        this.mesh = mesh;
        surface = new Surface(mesh);
        tree = new SurfaceTree(surface);
        views = new SurfaceSamples(surface, VIEW_SAMPLES, 2);
    }

    public Mesh mesh() {
        return mesh;
    }

    public Surface surface() {
        return surface;
    }

    public SurfaceTree tree() {
        return tree;
    }

    /** Places to look from, spread over the surface. */
    public SurfaceSamples views() {
        return views;
    }

    public Thickness thickness() {
        Thickness known = thickness;
        if (known == null) {
            known = Thickness.of(surface, tree, new SurfaceSamples(surface, THICKNESS_SAMPLES, 1), THIN_MM);
            thickness = known;
        }
        return known;
    }

    /** Holes, pins and rounded edges. */
    public List<Cylinder> cylinders() {
        List<Cylinder> known = cylinders;
        if (known == null) {
            known = Cylinders.of(surface, tree);
            cylinders = known;
        }
        return known;
    }

    /** Round holes, narrowest first. */
    public List<Cylinder> listHoles() {
        return cylinders().stream()
                .filter(cylinder -> cylinder.hollow() && cylinder.whole())
                .sorted((a, b) -> Double.compare(a.diameterMm(), b.diameterMm()))
                .toList();
    }

    public Access access() {
        Access known = access;
        if (known == null) {
            List<Point> axes = listHoles().stream().map(Cylinder::axis).toList();
            known = Access.of(surface, tree, views, axes);
            access = known;
        }
        return known;
    }

    public Cavities cavities() {
        Cavities known = cavities;
        if (known == null) {
            known = Cavities.of(surface);
            cavities = known;
        }
        return known;
    }
}
