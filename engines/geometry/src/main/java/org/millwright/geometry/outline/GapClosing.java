package org.millwright.geometry.outline;

import java.util.ArrayList;
import java.util.List;

/** Makes closed loops of chains that should have met: the chains of a section through a cracked or holed mesh. */
public final class GapClosing {
    private GapClosing() {}

    /**
     * Joins chains whose ends are near each other, then closes each by a straight line where the missing part is small.
     * What stays open is dropped. A loop runs in the direction in which most of its length was given.
     *
     * @param chains x and y of each point in turn
     * @param joinedMm ends nearer than this are joined
     * @param closedShare a chain is closed when the gap is at most this share of its length
     */
    public static List<double[]> loops(List<double[]> chains, double joinedMm, double closedShare) {
        var loops = new ArrayList<double[]>();
        var ends = new EndIndex(chains, joinedMm);
        for (int piece = 0; piece < chains.size(); piece++) {
            if (ends.used(piece)) {
                continue;
            }
            ends.take(piece);
            var chain = new JoinedChain(chains.get(piece));
            double forward = length(chains.get(piece)) + extend(chain, chains, ends, joinedMm);
            if (!chain.closes(joinedMm)) {
                chain.reverse();
                forward = extend(chain, chains, ends, joinedMm) - forward;
            }
            double[] points = chain.points();
            double gap = Math.hypot(points[0] - chain.endX(), points[1] - chain.endY());
            if (points.length >= 6 && gap <= Math.max(joinedMm, closedShare * length(points))) {
                if (forward < 0) {
                    chain.reverse();
                }
                loops.add(chain.points());
            }
        }
        return loops;
    }

    /** Extends the chain at its end; returns the length added forwards less that added backwards. */
    private static double extend(JoinedChain chain, List<double[]> chains, EndIndex ends, double joinedMm) {
        double forward = 0;
        while (!chain.closes(joinedMm)) {
            int end = ends.nearest(chain.endX(), chain.endY());
            if (end < 0) {
                break;
            }
            ends.take(end >> 1);
            double[] piece = chains.get(end >> 1);
            boolean backwards = (end & 1) == 1;
            chain.append(piece, backwards);
            forward += backwards ? -length(piece) : length(piece);
        }
        return forward;
    }

    private static double length(double[] xy) {
        double length = 0;
        for (int i = 2; i < xy.length; i += 2) {
            length += Math.hypot(xy[i] - xy[i - 2], xy[i + 1] - xy[i - 1]);
        }
        return length;
    }
}
