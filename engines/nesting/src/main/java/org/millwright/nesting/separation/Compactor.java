package org.millwright.nesting.separation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.millwright.nesting.compaction.Gap;
import org.millwright.nesting.compaction.LinearProgram;
import org.millwright.nesting.scene.Poses;
import org.millwright.nesting.scene.Scene;
import org.millwright.nesting.shape.Figure;

/**
 * Moves all parts at once without turning them, as far as straight lines between convex pieces of neighbours allow: to
 * shorten a strip, or to drive small overlaps out. The lines are chosen anew after each move. After the compaction and
 * separation models of Li and Milenkovic 1995 (European Journal of Operational Research 84).
 */
final class Compactor {
    /** How far a part may move between two choices of lines, as a part of the mean size of parts. */
    private static final double REACH = 0.12;

    private static final double PRECISION = 1e-7;
    /** What contacts of level and upright edges need beyond the distance that is owed, µm. */
    private static final double LEVEL_ROOM_UM = 0.02;
    /** What other contacts need for rounding, unless corners are sharp. */
    private static final double SLANT_ROOM_UM = 3.5;
    /** What they need at most, with sharp corners and arcs. */
    private static final double MOST_ROOM_UM = 12;

    private static final double WORTHWHILE = 1e-5;
    private static final int ROUNDS = 12;
    private static final double RESOLVED = 1e-6;
    /** Of what overlaps more is left than a new choice of lines would drive out. */
    private static final double HOPELESS = 0.3;

    /** All overlaps count in full at 1; beginning with more leaves room on all sides. */
    private static final double RELAXED = 1.5;

    private static final double MOST_RELAXED = 2;

    /** With more, the matrices cost more time than they save. */
    private static final int MOST_PARTS = 250;

    /** A part with more consists of so many convex pieces that it pays no more either. */
    private static final int MOST_CORNERS = 150;

    private final Arrangement arrangement;
    private final Scene scene;
    private final LinearProgram program = new LinearProgram();
    private final Gap gap = new Gap();
    /** Bodies that may move, by x; their variables follow in this order, in units of the reach. */
    private final Integer[] order;

    private final int[] variable;
    private final Poses before;
    private final boolean useful;
    private int moving;
    private boolean shortening;
    private double roomUm = SLANT_ROOM_UM;
    private double reach;

    Compactor(Arrangement arrangement) {
        this.arrangement = arrangement;
        scene = arrangement.scene;
        order = IntStream.range(0, arrangement.parts).boxed().toArray(Integer[]::new);
        variable = new int[arrangement.bodies];
        before = new Poses(arrangement.parts);
        useful = scene.duties.plain
                && arrangement.parts <= MOST_PARTS
                && Arrays.stream(arrangement.figure).allMatch(figure -> figure.corners() <= MOST_CORNERS);
    }

    /** Whether parts owe nothing but distance and are few and simple enough; otherwise nothing is ever moved. */
    boolean isUseful() {
        return useful;
    }

    /** Shortens a strip on which nothing overlaps as far as it goes; returns whether it became shorter. */
    boolean shorten(double smallestEnd) {
        if (!isUseful()) {
            return false;
        }
        double start = arrangement.endX[0];
        for (int round = 0; round < ROUNDS; round++) {
            double end = arrangement.endX[0];
            arrangement.save(before);
            roomUm = SLANT_ROOM_UM;
            if (!isShorter(smallestEnd, end)) {
                arrangement.restore(before);
                roomUm = MOST_ROOM_UM;
                if (!isShorter(smallestEnd, end)) {
                    arrangement.restore(before);
                    break;
                }
            }
            if (end - arrangement.endX[0] < WORTHWHILE * (end - scene.binMinX[0])) {
                break;
            }
        }
        return arrangement.endX[0] < start;
    }

    private boolean isShorter(double smallestEnd, double end) {
        if (!solve(true, smallestEnd)) {
            return false;
        }
        apply();
        arrangement.endX[0] = Math.max(smallestEnd, arrangement.usedEnd(0));
        return arrangement.totalLoss() == 0 && arrangement.endX[0] < end;
    }

    /** Tries to drive all overlaps out; leaves everything as it was when that fails. */
    boolean resolve(int rounds) {
        if (!isUseful()) {
            return false;
        }
        arrangement.save(before);
        roomUm = MOST_ROOM_UM;
        double loss = before.loss;
        for (int round = 0; round < rounds && loss > 0; round++) {
            if (!solve(false, 0)) {
                break;
            }
            apply();
            double after = arrangement.totalLoss();
            if (after > 0 && after > 0.9 * loss) {
                break;
            }
            loss = after;
        }
        if (loss > 0 || arrangement.totalLoss() > 0) {
            arrangement.restore(before);
            return false;
        }
        return true;
    }

    private boolean solve(boolean shorter, double smallestEnd) {
        shortening = shorter;
        moving = 0;
        Arrays.fill(variable, -1);
        Arrays.sort(order, Comparator.comparingDouble(i -> arrangement.x[i]));
        double size = 0;
        for (int i : order) {
            if (arrangement.bin[i] >= 0 && !scene.duties.fixed[i]) {
                variable[i] = 2 * moving++;
                size += arrangement.figure[i].hullSize;
            }
        }
        if (moving == 0) {
            return false;
        }
        reach = REACH * size / moving;
        int last = 2 * moving;
        program.begin(last + 1);
        program.setCost(last, 1);
        for (int i : order) {
            if (variable[i] >= 0) {
                addBounds(i, last);
            }
        }
        if (shortening) {
            program.setStart(last, 0);
            addSingle(last, 1, Math.max(-2 * reach, smallestEnd - arrangement.endX[0]));
            addSingle(last, -1, -reach);
        } else {
            program.setStart(last, RELAXED);
            addSingle(last, 1, 0);
            addSingle(last, -1, -MOST_RELAXED * reach);
        }
        for (int i : order) {
            for (int j = 0; j < arrangement.bodies; j++) {
                boolean once = variable[i] >= 0 && (variable[j] < 0 || i < j) && j != i;
                if (once && arrangement.areNear(i, j, 2 * reach)) {
                    addPair(i, j, last);
                }
            }
        }
        return shortening ? program.solve(PRECISION, Double.POSITIVE_INFINITY) : program.solve(RESOLVED, HOPELESS);
    }

    private void addBounds(int i, int last) {
        Figure f = arrangement.figure[i];
        int b = arrangement.bin[i];
        double x = arrangement.x[i];
        double y = arrangement.y[i];
        int v = variable[i];
        addSingle(v, 1, Math.min(0, Math.max(-reach, arrangement.loX(f, b) - x)));
        addSingle(v + 1, 1, Math.min(0, Math.max(-reach, arrangement.loY(f, b) - y)));
        addSingle(v + 1, -1, Math.min(0, Math.max(-reach, y - arrangement.hiY(f, b))));
        if (shortening && b == 0) {
            addSingle(v, -1, -reach);
            program.addRow((x - arrangement.hiX(f, b)) / reach);
            program.add(v, -1);
            program.add(last, 1);
        } else {
            addSingle(v, -1, Math.min(0, Math.max(-reach, x - arrangement.hiX(f, b))));
        }
    }

    private void addSingle(int column, double coefficient, double atLeastUm) {
        program.addRow(atLeastUm / reach);
        program.add(column, coefficient);
    }

    private void addPair(int i, int j, int last) {
        boolean part = j < arrangement.parts;
        if (!part && !scene.keepsOff[i][j - arrangement.parts]) {
            return;
        }
        Figure f = part ? arrangement.figure[i] : arrangement.figure[i].bare;
        Figure g = arrangement.figure[j];
        boolean turning = !scene.turns[i].stepped || (part && !scene.turns[j].stepped);
        double dx = arrangement.x[j] - arrangement.x[i];
        double dy = arrangement.y[j] - arrangement.y[i];
        double owed = f.grownUm + g.grownUm;
        double[][] ours = f.convexParts();
        double[][] theirs = g.convexParts();
        for (double[] a : ours) {
            for (double[] b : theirs) {
                if (gap.measure(a, f, b, g, dx, dy, owed + 3 * reach)) {
                    double need = owed + (gap.level && !turning ? LEVEL_ROOM_UM : roomUm);
                    double missing = need - gap.distance;
                    if (missing <= -3 * reach) {
                        continue;
                    }
                    program.addRow((shortening ? Math.min(0, missing) : missing) / reach);
                    program.add(variable[i], -gap.nx);
                    program.add(variable[i] + 1, -gap.ny);
                    if (variable[j] >= 0) {
                        program.add(variable[j], gap.nx);
                        program.add(variable[j] + 1, gap.ny);
                    }
                    if (!shortening && missing > 0) {
                        program.add(last, missing / reach);
                    }
                }
            }
        }
    }

    private void apply() {
        for (int i : order) {
            int v = variable[i];
            if (v >= 0) {
                Figure f = arrangement.figure[i];
                int b = arrangement.bin[i];
                double hiX = shortening && b == 0 ? Double.POSITIVE_INFINITY : arrangement.hiX(f, b);
                arrangement.shift(
                        i,
                        Math.max(arrangement.loX(f, b), Math.min(hiX, arrangement.x[i] + reach * program.value(v))),
                        Math.max(
                                arrangement.loY(f, b),
                                Math.min(arrangement.hiY(f, b), arrangement.y[i] + reach * program.value(v + 1))));
            }
        }
        arrangement.updateAllLosses();
    }
}
