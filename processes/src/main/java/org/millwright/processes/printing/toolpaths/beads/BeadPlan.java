package org.millwright.processes.printing.toolpaths.beads;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which lines each place on the boundary has between itself and the middle. Where sides run side by side the local width
 * says how many; where they open towards each other, lines follow those of the widest place that the middle climbs to.
 */
final class BeadPlan {
    /** Sides that open by less than this run side by side. */
    private static final double PARALLEL_RAD = Math.toRadians(10);
    /** Stretches shorter than this take over what is on both of their sides. */
    private static final double SHORT_MM = 0.4;
    /** Rounding of places lets a middle climb seem to fall by this much. */
    private static final double ROUGH_MM = 0.015;

    /** Middles that are nearer to each other are one. */
    private static final double POINT_MM = 0.03;

    /** Parallel sides that come nearer quicker than this have ended. */
    private static final double STEEP = 0.3;
    /** Sides that run side by side for less than this do not count. */
    private static final double BRIEF_MM = 0.01;

    private static final int UNKNOWN = -1;

    private final LocalWidth width;
    private final Beading.Rules rules;
    private final boolean[] central;
    private final int[] counts;
    private final int[] climbs;
    private final int[] tops;
    private final int[] seenBy;
    private final Beading[] beadings;

    BeadPlan(LocalWidth width, Beading.Rules rules) {
        this.width = width;
        this.rules = rules;
        int count = width.count();
        central = new boolean[count];
        counts = new int[count];
        climbs = new int[count];
        tops = new int[count];
        seenBy = seenBy();
        beadings = new Beading[count];
        double parallel = Math.sin(PARALLEL_RAD / 2);
        for (int place = 0; place < count; place++) {
            central[place] = width.partner[place] < 0
                    || (width.halfAngleSine(place) < parallel && 2 * width.radiusMm[place] >= rules.featureMm());
        }
        dropPoints();
        joinCentral();
        for (int place = 0; place < count; place++) {
            counts[place] = central[place] ? lines(place) : UNKNOWN;
        }
        steady();
        climb();
        for (int place = 0; place < count; place++) {
            beadings[place] = central[place] ? beadingAt(place) : beadings[place];
        }
        even();
        for (int place = 0; place < count; place++) {
            if (!central[place]) {
                int top = tops[place];
                if (beadings[top] == null) {
                    counts[top] = lines(top);
                    beadings[top] = beadingAt(top);
                }
                beadings[place] = beadings[top];
            }
        }
        takeOver();
        blend();
    }

    /** Bulges too narrow for any line of their own are drawn with those of the wider place they hang on. */
    private void takeOver() {
        for (int top = 0; top < width.count(); top++) {
            if (central[top] || tops[top] != top || counts[top] != 0) {
                continue;
            }
            int place = width.next[top];
            while (place != top && beadings[place].count() == 0) {
                place = width.next[place];
            }
            Beading wider = beadings[place];
            for (int bulge = 0; bulge < width.count(); bulge++) {
                beadings[bulge] = tops[bulge] == top && !central[bulge] ? wider : beadings[bulge];
            }
        }
    }

    /** Widths change evenly between the ends of a stretch between the same two edges. */
    private void even() {
        int count = width.count();
        for (int start = 0; start < count; start++) {
            if (!central[start] || alike(start, width.before[start])) {
                continue;
            }
            int last = start;
            double length = 0;
            while (alike(width.next[last], last)) {
                length += width.apartMm(last, width.next[last]);
                last = width.next[last];
            }
            double walked = 0;
            Beading first = beadings[start], end = beadings[last];
            for (int place = start; place != last && length > 0; place = width.next[place]) {
                beadings[place] = end.mixed(first, 1 - walked / length);
                walked += width.apartMm(place, width.next[place]);
            }
        }
    }

    private boolean alike(int a, int b) {
        return central[a]
                && central[b]
                && counts[a] == counts[b]
                && width.element[a] == width.element[b]
                && width.touched[a] == width.touched[b];
    }

    private Beading beadingAt(int place) {
        return Beading.of(2 * width.radiusMm[place], counts[place], rules);
    }

    /** Sides that run side by side in one point only, as in the middle of a square, do not count. */
    private void dropPoints() {
        eachRun(central, (first, last, lengthMm) -> {
            double around = width.apartMm(width.before[first], first) + width.apartMm(last, width.next[last]);
            if (central[first] && lengthMm - around < BRIEF_MM) {
                for (int place = first; place != width.next[last]; place = width.next[place]) {
                    central[place] = false;
                }
            }
        });
    }

    /**
     * From where parallel sides end, the middle is followed up to a top that wants as many lines, or one more or less if
     * it is near.
     */
    private void joinCentral() {
        climb();
        boolean[] known = central.clone();
        for (int place = 0; place < width.count(); place++) {
            if (!known[place]) {
                joinFrom(place, width.before[place], known);
                joinFrom(place, width.next[place], known);
            }
        }
        known = central.clone();
        for (int place = 0; place < width.count(); place++) {
            int opposite = width.partner[place];
            central[place] |= opposite >= 0 && known[opposite] && width.apartMm(place, opposite) < POINT_MM;
        }
        known = central.clone();
        for (int place = 0; place < width.count(); place++) {
            int left = width.before[place], right = width.next[place];
            central[place] |= known[left]
                    && known[right]
                    && width.radiusMm[place] >= Math.min(width.radiusMm[left], width.radiusMm[right]);
        }
    }

    private void joinFrom(int place, int parallel, boolean[] known) {
        if (!known[parallel] || width.radiusMm[place] < width.radiusMm[parallel] - 1e-6) {
            return;
        }
        int top = place;
        double length = 0;
        while (climbs[top] != top && !known[climbs[top]]) {
            length += width.apartMm(top, climbs[top]);
            top = climbs[top];
        }
        int more = lines(climbs[top]) - lines(parallel);
        if (more == 0 || (Math.abs(more) == 1 && length < SHORT_MM)) {
            for (int joined = place; ; joined = climbs[joined]) {
                central[joined] = true;
                if (joined == top) {
                    break;
                }
            }
        }
    }

    private int lines(int place) {
        return Beading.count(2 * width.radiusMm[place], rules);
    }

    /** A number of lines that holds only for a short way between two that are equal is not taken. */
    private void steady() {
        int count = width.count();
        var seen = new boolean[count];
        for (int start = 0; start < count; start++) {
            if (seen[start]) {
                continue;
            }
            for (int place = start; !seen[place]; place = width.next[place]) {
                seen[place] = true;
                int before = width.before[place];
                if (counts[place] == UNKNOWN || counts[before] == UNKNOWN || counts[place] == counts[before]) {
                    continue;
                }
                double length = 0;
                int end = place;
                while (length <= SHORT_MM && counts[end] == counts[place] && end != before) {
                    length += width.apartMm(end, width.next[end]);
                    end = width.next[end];
                }
                if (length <= SHORT_MM && counts[end] == counts[before]) {
                    for (int taken = place; taken != end; taken = width.next[taken]) {
                        counts[taken] = counts[before];
                    }
                }
            }
        }
    }

    /** Finds for each place where its middle climbs to: the next where sides run side by side, or the top. */
    private void climb() {
        int count = width.count();
        int[] order = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble(place -> -width.radiusMm[place]))
                .mapToInt(Integer::intValue)
                .toArray();
        Arrays.fill(tops, UNKNOWN);
        for (int place : order) {
            climbs[place] = central[place] ? place : steepest(place);
            int up = climbs[place];
            tops[place] = up == place ? place : tops[up] == UNKNOWN ? up : tops[up];
        }
    }

    private int steepest(int place) {
        int best = higher(place, 0);
        // A top beside parallel sides is none.
        return best == place ? higher(place, ROUGH_MM) : best;
    }

    /** The highest place beside this one, beside the one opposite, or beside the highest that has this one opposite. */
    private int higher(int place, double centralMm) {
        int best = place;
        double highest = width.radiusMm[place] + 1e-6;
        for (int around : new int[] {place, width.partner[place], seenBy[place]}) {
            int way = around < 0 ? place : width.before[around];
            for (int i = 0; i < 3; i++, way = width.next[way]) {
                double height = width.radiusMm[way] + (central[way] ? centralMm : 0);
                if (way != place && height > highest) {
                    highest = height;
                    best = way;
                }
            }
        }
        return best;
    }

    /** The highest of the places that have each place opposite, or -1. */
    private int[] seenBy() {
        var highest = new int[width.count()];
        Arrays.fill(highest, UNKNOWN);
        for (int place = 0; place < width.count(); place++) {
            int opposite = width.partner[place];
            if (opposite >= 0 && (highest[opposite] < 0 || width.radiusMm[place] > width.radiusMm[highest[opposite]])) {
                highest[opposite] = place;
            }
        }
        return highest;
    }

    /** Lines change evenly along the stretch that opens right behind parallel sides. */
    private void blend() {
        eachRun(central, (first, last, lengthMm) -> {
            if (central[first]) {
                return;
            }
            blend(first, width.before[first], true);
            blend(last, width.next[last], false);
        });
    }

    private void blend(int from, int parallel, boolean forwards) {
        if (!central[parallel] || width.radiusMm[from] < width.radiusMm[parallel]) {
            return;
        }
        int touched = width.touched[from], element = width.element[from];
        double length = 0;
        int end = from;
        while (!central[end] && width.touched[end] == touched && width.element[end] == element) {
            int ahead = forwards ? width.next[end] : width.before[end];
            length += width.apartMm(end, ahead);
            end = ahead;
            if (end == from) {
                break;
            }
        }
        double walked = 0;
        for (int place = from; place != end; ) {
            int ahead = forwards ? width.next[place] : width.before[place];
            double step = width.apartMm(place, ahead);
            beadings[place] = beadings[place].mixed(beadings[parallel], 1 - (walked + step / 2) / length);
            walked += step;
            place = ahead;
        }
    }

    /** Takes a stretch of equal places. */
    private interface Run {
        void run(int first, int last, double lengthMm);
    }

    /** Visits the stretches of equal flags that do not go all the way around; flags may be changed meanwhile. */
    private void eachRun(boolean[] flags, Run run) {
        boolean[] as = flags.clone();
        for (int place = 0; place < width.count(); place++) {
            if (as[place] == as[width.before[place]]) {
                continue;
            }
            double length = width.apartMm(width.before[place], place);
            int last = place;
            while (as[width.next[last]] == as[place]) {
                length += width.apartMm(last, width.next[last]);
                last = width.next[last];
            }
            run.run(place, last, length + width.apartMm(last, width.next[last]));
        }
    }

    Beading beading(int place) {
        return beadings[place];
    }

    /** Whether a line runs along the middle here. */
    boolean hasMiddle(int place) {
        return central[place] && beadings[place].hasMiddle();
    }

    /** Whether a line would run along the middle if it did not end in this place: it is drawn as a dot. */
    boolean isDot(int place) {
        return !central[place] && beadings[place].hasMiddle() && (climbs[place] == place || isStub(place));
    }

    /** The end of parallel sides too near for a line: it is drawn like what they widen to. */
    private boolean isStub(int place) {
        return 2 * width.radiusMm[place] < rules.featureMm()
                && width.halfAngleSine(place) < Math.sin(PARALLEL_RAD / 2)
                && (falls(place, width.before[place]) || falls(place, width.next[place]));
    }

    private boolean falls(int from, int to) {
        return width.radiusMm[from] - width.radiusMm[to] > STEEP * width.apartMm(from, to) + 1e-4;
    }

    boolean isCentral(int place) {
        return central[place];
    }
}
