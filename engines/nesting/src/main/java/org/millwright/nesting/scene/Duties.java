package org.millwright.nesting.scene;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millwright.nesting.model.Constraints;
import org.millwright.nesting.model.NestingProblem;
import org.millwright.nesting.model.Placement;
import org.millwright.nesting.shape.Lattice;

/** What the parts of a scene owe beyond not overlapping. */
public final class Duties {
    private static final double ROUNDING_UM = 3;

    /** Parts that lie where they are. */
    public final boolean[] fixed;
    /** The part that each belongs to, or -1. */
    public final int[] partner;
    /** How far from its partner a part may lie. */
    public final double[] withinUm;
    /** Whether any part sits on a pattern. */
    public final boolean latticed;
    /** For each part and bin where its match point may lie. */
    public final Lattice[][] latticeX;

    public final Lattice[][] latticeY;
    /** Whether parts owe nothing but to keep their outlines apart, so that they may be pushed along straight lines. */
    public final boolean plain;

    /** @param bins for each piece the left edge of its stock at 0, with margin, as in a scene */
    Duties(NestingProblem problem, List<Stage.Copy> copies, List<Stage.Piece> pieces, double[][] bins) {
        int n = copies.size();
        fixed = new boolean[n];
        partner = new int[n];
        withinUm = new double[n];
        Arrays.fill(partner, -1);
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < n; i++) {
            index.put(
                    key(
                            problem.items().get(copies.get(i).item()).id(),
                            copies.get(i).copy()),
                    i);
        }
        Constraints constraints = problem.constraints();
        for (Placement pin : constraints.pins()) {
            Integer part = index.get(key(pin.itemId(), pin.copyIndex()));
            if (part != null) {
                fixed[part] = true;
            }
        }
        for (Constraints.Pair pair : constraints.pairs()) {
            for (int i = 0; i < n; i++) {
                Integer other = index.get(key(pair.secondId(), copies.get(i).copy()));
                if (other != null
                        && problem.items().get(copies.get(i).item()).id().equals(pair.firstId())) {
                    partner[i] = other;
                    partner[other] = i;
                    withinUm[i] = pair.withinMm() * 1000 - ROUNDING_UM;
                    withinUm[other] = withinUm[i];
                }
            }
        }
        latticed = !constraints.matches().isEmpty() && !constraints.patterns().isEmpty();
        latticeX = new Lattice[latticed ? n : 0][pieces.size()];
        latticeY = new Lattice[latticed ? n : 0][pieces.size()];
        for (int i = 0; i < latticeX.length; i++) {
            String item = problem.items().get(copies.get(i).item()).id();
            for (int b = 0; b < pieces.size(); b++) {
                String stock = problem.stocks().get(pieces.get(b).stock()).id();
                latticeX[i][b] = lattice(constraints, item, stock, true, bins[b][0] - problem.marginUm());
                latticeY[i][b] = lattice(constraints, item, stock, false, bins[b][1] - problem.marginUm());
            }
        }
        plain = partnersAreNone()
                && !latticed
                && constraints.leadIns().isEmpty()
                && constraints.levels().isEmpty();
    }

    private boolean partnersAreNone() {
        return Arrays.stream(partner).allMatch(other -> other < 0);
    }

    /** Where a match point may lie along an axis, on stock that begins at the given place. */
    private static Lattice lattice(
            Constraints constraints, String itemId, String stockId, boolean alongX, double beginsUm) {
        for (Constraints.Match match : constraints.matches()) {
            for (Constraints.Pattern pattern : constraints.patterns()) {
                if (match.itemId().equals(itemId) && pattern.stockId().equals(stockId)) {
                    return Lattice.of(
                            1000 * (alongX ? pattern.repeatXMm() : pattern.repeatYMm()),
                            beginsUm + 1000 * (alongX ? match.phaseXMm() : match.phaseYMm()),
                            1000 * match.toleranceMm());
                }
            }
        }
        return Lattice.everywhere();
    }

    private static String key(String itemId, int copy) {
        return copy + " of " + itemId;
    }
}
