package org.millwright.geometry.outline.assembly;

import java.util.ArrayList;
import java.util.List;

/** Makes closed loops of chains that should have met: the chains of a section through a cracked or holed mesh. */
public final class GapClosing {
    /** Bounds the work on soups of loose triangles. */
    private static final int MOST_BRIDGED = 200;

    private GapClosing() {}

    /**
     * Joins chains whose ends are near each other, then bridges the smallest remaining gaps by straight lines, always from
     * an end to a beginning. What stays open is dropped. A loop runs in the direction in which most of its length was given.
     *
     * @param chains x and y of each point in turn
     * @param joinedMm ends nearer than this are joined
     * @param closedShare a gap is bridged when it is at most this share of the length beside it
     */
    public static List<double[]> loops(List<double[]> chains, double joinedMm, double closedShare) {
        var loops = new ArrayList<double[]>();
        var open = new ArrayList<JoinedChain>();
        var ends = new EndIndex(chains, joinedMm);
        for (int piece = 0; piece < chains.size(); piece++) {
            if (ends.used(piece)) {
                continue;
            }
            ends.take(piece);
            var chain = new JoinedChain(chains.get(piece));
            double forward = length(chains.get(piece)) + extend(chain, chains, ends, joinedMm);
            chain.reverse();
            forward = extend(chain, chains, ends, joinedMm) - forward;
            if (forward < 0) {
                chain.reverse();
            }
            double[] points = chain.points();
            if (chain.closes(joinedMm) && chain.gapTo(chain) <= closedShare * length(points)) {
                loops.add(points);
            } else {
                open.add(chain);
            }
        }
        bridge(open, closedShare, loops);
        return loops;
    }

    private static void bridge(List<JoinedChain> open, double closedShare, List<double[]> loops) {
        if (open.size() > MOST_BRIDGED) {
            return;
        }
        while (!open.isEmpty()) {
            int best = 0;
            int bestNext = 0;
            double smallest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < open.size(); i++) {
                for (int j = 0; j < open.size(); j++) {
                    double gap = open.get(i).gapTo(open.get(j));
                    if (gap < smallest) {
                        smallest = gap;
                        best = i;
                        bestNext = j;
                    }
                }
            }
            JoinedChain chain = open.get(best);
            JoinedChain next = open.get(bestNext);
            double beside = length(chain.points()) + (best == bestNext ? 0 : length(next.points()));
            if (best != bestNext && smallest <= closedShare * beside) {
                chain.bridge(next.points());
                open.remove(bestNext);
            } else {
                double[] points = chain.points();
                if (best == bestNext && points.length >= 6 && smallest <= closedShare * beside) {
                    loops.add(points);
                }
                open.remove(best);
            }
        }
    }

    /**
     * Extends the chain at its end until its own beginning is nearer than the end of another; returns the length added
     * forwards less that added backwards.
     */
    private static double extend(JoinedChain chain, List<double[]> chains, EndIndex ends, double joinedMm) {
        double forward = 0;
        int end = ends.nearest(chain.endX(), chain.endY());
        while (end >= 0 && !(chain.closes(joinedMm) && chain.gapTo(chain) <= ends.distance(end, chain))) {
            ends.take(end >> 1);
            double[] piece = chains.get(end >> 1);
            boolean backwards = (end & 1) == 1;
            chain.append(piece, backwards);
            forward += backwards ? -length(piece) : length(piece);
            end = ends.nearest(chain.endX(), chain.endY());
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
