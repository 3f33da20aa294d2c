package org.millwright.geometry.repair.steps;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Point;
import org.millwright.geometry.mesh.MeshEdges;

/**
 * Thins faces over the same three points. More that look one way than the other are one face written several times; as
 * many each way are a wall without thickness, which goes away unless the faces around it need one of them to close.
 */
public final class DuplicateFaces {
    private final Mesh mesh;
    private final Edges edges;
    private final boolean[] dropped;
    private @Nullable Point first;
    private int removed;

    private DuplicateFaces(Mesh mesh) {
        this.mesh = mesh;
        this.edges = Edges.of(mesh);
        this.dropped = new boolean[mesh.triangleCount()];
    }

    /** Removes faces that are there twice. */
    public static Step remove(Mesh mesh) {
        var faces = new DuplicateFaces(mesh);
        var buckets = new MeshEdges(mesh);
        buckets.visit((from, to) -> {
            if (to - from > 1) {
                faces.around(buckets, from, to);
            }
        });
        return faces.step();
    }

    private Step step() {
        if (removed == 0) {
            return Step.nothing(mesh);
        }
        var kept = new Faces(mesh.triangleCount());
        for (int triangle = 0; triangle < dropped.length; triangle++) {
            if (!dropped[triangle]) {
                kept.add(mesh, triangle);
            }
        }
        return new Step(kept.over(mesh), removed, first);
    }

    /** Faces over the same points meet at the edge of their two lowest vertices, and have one third vertex. */
    private void around(MeshEdges buckets, int from, int to) {
        var keys = new long[to - from];
        int count = 0;
        for (int i = from; i < to; i++) {
            int half = buckets.halfEdge(i);
            int apex = edges.apex(half);
            if (apex > edges.start(half) && apex > edges.end(half)) {
                keys[count++] = ((long) apex << 32) | half;
            }
        }
        Arrays.sort(keys, 0, count);
        int start = 0;
        for (int end = 1; end <= count; end++) {
            if (end == count || keys[end] >> 32 != keys[start] >> 32) {
                if (end - start > 1) {
                    thin(keys, start, end);
                }
                start = end;
            }
        }
    }

    private void thin(long[] keys, int from, int to) {
        int forward = 0;
        for (int i = from; i < to; i++) {
            forward += forward((int) keys[i]) ? 1 : 0;
        }
        int backward = to - from - forward;
        boolean keepOne = forward != backward || needed((int) keys[from], to - from);
        boolean keptWay = forward >= backward;
        for (int i = from; i < to; i++) {
            int half = (int) keys[i];
            if (keepOne && forward(half) == keptWay) {
                keepOne = false;
            } else {
                dropped[half / 3] = true;
                removed++;
                first = first == null ? Edges.point(mesh, edges.start(half)) : first;
            }
        }
    }

    /** Whether most edges of the face have an odd number of other faces, which one more would close. */
    private boolean needed(int half, int copies) {
        int triangle = half / 3;
        int odd = 0;
        for (int corner = 0; corner < 3; corner++) {
            odd += (edges.uses[3 * triangle + corner] - copies) % 2 == 0 ? 0 : 1;
        }
        return odd >= 2;
    }

    private boolean forward(int half) {
        return edges.start(half) < edges.end(half);
    }
}
