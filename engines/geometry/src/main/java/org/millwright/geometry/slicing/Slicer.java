package org.millwright.geometry.slicing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Region;
import org.millwright.geometry.mesh.Halves;
import org.millwright.geometry.outline.WindingUnion;
import org.millwright.geometry.outline.assembly.GapClosing;

/**
 * Horizontal sections of a mesh.
 *
 * <p>A vertex exactly in the plane counts as lying above it. A section at the height of a top face therefore shows that
 * face's outline, one at the height of a bottom face shows nothing, and no case needs special treatment. Sections are
 * joined by the mesh edges that they pass through, so a sound mesh gives closed loops whatever its coordinates; where
 * faces are missing or cracked, ends within {@value #JOINED_MM} mm are joined and small gaps bridged. Overlapping shells
 * unite, inner shells become holes. A mesh that is inside out as a whole is read the other way round.
 */
public final class Slicer {
    private static final double JOINED_MM = 0.05;
    private static final double CLOSED_SHARE = 0.5;

    /** Fewer sections than this are not worth a second thread. */
    private static final int WORTHWHILE = 8;

    private final Mesh mesh;
    private final boolean inverted;

    private Slicer(Mesh mesh) {
        this.mesh = mesh;
        this.inverted = isInverted(mesh);
    }

    /** The section at one height. */
    public static List<Region> at(Mesh mesh, double z) {
        return layers(mesh, new double[] {z}).getFirst();
    }

    /** The sections at the given heights, in their order; heights may come in any order. */
    public static List<List<Region>> layers(Mesh mesh, double[] zs) {
        return new Slicer(mesh).layers(zs);
    }

    private List<List<Region>> layers(double[] zs) {
        int[] lowFirst = order(zs);
        var sorted = new double[zs.length];
        Arrays.setAll(sorted, plane -> zs[lowFirst[plane]]);
        var crossed = new Crossed(mesh, sorted);
        var layers = new ArrayList<List<Region>>(Collections.nCopies(zs.length, List.of()));
        Halves.Range sections = (from, to) -> sections(crossed, sorted, from, to, lowFirst, layers);
        if (zs.length < WORTHWHILE) {
            sections.run(0, zs.length);
        } else {
            Halves.split(zs.length, sections);
        }
        return layers;
    }

    /** Cuts at the planes of a range; each thread fills places of its own. */
    private void sections(
            Crossed crossed, double[] sorted, int from, int to, int[] lowFirst, List<List<Region>> layers) {
        var section = new SectionSegments(mesh);
        var active = new int[1024];
        int activeCount = 0;
        for (int plane = from; plane < to; plane++) {
            // What began below the first plane may reach it too.
            int begin = plane == from ? 0 : crossed.begin(plane), end = crossed.begin(plane + 1);
            if (activeCount + end - begin > active.length) {
                active = Arrays.copyOf(active, Math.max(2 * active.length, activeCount + end - begin));
            }
            for (int place = begin; place < end; place++) {
                active[activeCount++] = crossed.triangle(place);
            }
            section.start(sorted[plane]);
            int kept = 0;
            for (int i = 0; i < activeCount; i++) {
                section.add(active[i]);
                if (crossed.last(active[i]) > plane) {
                    active[kept++] = active[i];
                }
            }
            activeCount = kept;
            layers.set(lowFirst[plane], regions(section));
        }
    }

    private List<Region> regions(SectionSegments section) {
        var loops = new ArrayList<double[]>();
        var open = new ArrayList<double[]>();
        section.chains(loops, open);
        if (!open.isEmpty()) {
            loops.addAll(GapClosing.loops(open, JOINED_MM, CLOSED_SHARE));
        }
        if (inverted) {
            loops.replaceAll(Slicer::reversed);
        }
        return WindingUnion.of(loops);
    }

    private static double[] reversed(double[] xy) {
        var reversed = new double[xy.length];
        for (int i = 0; i < xy.length; i += 2) {
            reversed[i] = xy[xy.length - 2 - i];
            reversed[i + 1] = xy[xy.length - 1 - i];
        }
        return reversed;
    }

    private static int[] order(double[] zs) {
        var order = new Integer[zs.length];
        Arrays.setAll(order, layer -> layer);
        Arrays.sort(order, (a, b) -> Double.compare(zs[a], zs[b]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    private static boolean isInverted(Mesh mesh) {
        double originX = mesh.bounds().min().x();
        double originY = mesh.bounds().min().y();
        double originZ = mesh.bounds().min().z();
        double sixfold = 0;
        for (int triangle = 0; triangle < mesh.triangleCount(); triangle++) {
            int a = mesh.corner(triangle, 0);
            int b = mesh.corner(triangle, 1);
            int c = mesh.corner(triangle, 2);
            double ax = mesh.x(a) - originX, ay = mesh.y(a) - originY, az = mesh.z(a) - originZ;
            double bx = mesh.x(b) - originX, by = mesh.y(b) - originY, bz = mesh.z(b) - originZ;
            double cx = mesh.x(c) - originX, cy = mesh.y(c) - originY, cz = mesh.z(c) - originZ;
            sixfold += ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx);
        }
        return sixfold < 0;
    }
}
