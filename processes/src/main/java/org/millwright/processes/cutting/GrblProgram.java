package org.millwright.processes.cutting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.millwright.geometry.Ring;
import org.millwright.processes.Build;
import org.millwright.processes.ProgramRefused;
import org.millwright.processes.motion.MotionClock;

/**
 * Writes the program of one sheet for GRBL in laser mode and times it on the way.
 *
 * <p>The beam is under {@code M4}: GRBL scales power with the actual speed and switches the beam off at standstill, so a
 * lost connection cannot burn a hole. A dwell would therefore not pierce; the pierce time is spent by creeping along the
 * lead-in instead.
 */
final class GrblProgram {
    private final CutSettings settings;
    private final MotionClock clock;
    private final StringBuilder text = new StringBuilder();
    private double x;
    private double y;
    private double feed = -1;
    private double cutMm;
    private double rapidMm;
    private int pierces;

    private GrblProgram(CutSettings settings) {
        this.settings = settings;
        this.clock = new MotionClock(settings.motionLimits());
    }

    /** What was written. */
    record Written(String text, double seconds, double cutMm, double rapidMm, int pierces) {}

    /** Throws {@link ProgramRefused} when the build does not fit the bed or cannot be cut. */
    static Written of(Build build, CutSettings settings, double widthMm, double depthMm) throws ProgramRefused {
        List<Contour> ordered = CutOrder.of(Contours.of(build, settings.kerfMm()));
        for (Contour contour : ordered) {
            requireOnBed(contour, widthMm, depthMm);
        }
        var leadIns = new LeadIns(ordered, settings.leadMm(), widthMm, depthMm);
        var cuts = new ArrayList<Cut>();
        double x = 0, y = 0;
        for (Contour contour : ordered) {
            Cut cut = leadIns.near(contour, x, y);
            cuts.add(cut);
            x = cut.x(0);
            y = cut.y(0);
        }
        var program = new GrblProgram(settings);
        program.write(build, cuts);
        return new Written(
                program.text.toString(), program.clock.seconds(), program.cutMm, program.rapidMm, program.pierces);
    }

    private void write(Build build, List<Cut> cuts) {
        comment("build " + build.name());
        comment("program millwright cutting, %d contours, %d units"
                .formatted(cuts.size(), build.units().size()));
        line("G21 G90 G94 G17");
        line("M4 S0");
        String unit = "";
        for (Cut cut : cuts) {
            if (!cut.contour().unit().equals(unit)) {
                unit = cut.contour().unit();
                comment("unit " + unit);
            }
            cut(cut);
        }
        line("M5");
        rapid(0, 0);
        line("M2");
    }

    private void cut(Cut cut) {
        rapid(cut.leadX(), cut.leadY());
        pierces++;
        double creepMmPerMin = settings.cutMmPerMin();
        if (cut.hasLead()) {
            if (settings.pierceS() > 0) {
                creepMmPerMin = Math.min(creepMmPerMin, Math.max(1, cut.leadMm() / settings.pierceS() * 60));
            }
            cutTo(cut.x(0), cut.y(0), creepMmPerMin);
        }
        for (int pass = 0; pass < settings.passes(); pass++) {
            for (int i = 1; i < cut.size(); i++) {
                cutTo(cut.x(i), cut.y(i), settings.cutMmPerMin());
            }
        }
    }

    private void rapid(double toX, double toY) {
        double roundX = rounded(toX), roundY = rounded(toY);
        rapidMm += Math.hypot(roundX - x, roundY - y);
        clock.move(roundX - x, roundY - y, 0, 0, settings.rapidMmPerMin() / 60, settings.accelerationMmPerS2());
        x = roundX;
        y = roundY;
        line("G0 X%s Y%s S0".formatted(number(x), number(y)));
        feed = -1;
    }

    private void cutTo(double toX, double toY, double mmPerMin) {
        double roundX = rounded(toX), roundY = rounded(toY);
        if (roundX == x && roundY == y) {
            return;
        }
        cutMm += Math.hypot(roundX - x, roundY - y);
        double roundFeed = Math.rint(mmPerMin * 10) / 10;
        clock.move(roundX - x, roundY - y, 0, 0, roundFeed / 60, settings.accelerationMmPerS2());
        var move = new StringBuilder("G1");
        if (roundX != x) {
            move.append(" X").append(number(roundX));
        }
        if (roundY != y) {
            move.append(" Y").append(number(roundY));
        }
        if (feed < 0) {
            move.append(" S").append(settings.spindleWord());
        }
        if (roundFeed != feed) {
            move.append(" F").append(number(roundFeed));
        }
        x = roundX;
        y = roundY;
        feed = roundFeed;
        line(move.toString());
    }

    private static void requireOnBed(Contour contour, double widthMm, double depthMm) throws ProgramRefused {
        Ring ring = contour.ring();
        for (int i = 0; i < ring.size(); i++) {
            if (ring.x(i) < 0 || ring.y(i) < 0 || ring.x(i) > widthMm || ring.y(i) > depthMm) {
                throw new ProgramRefused(
                        "Unit %s would be cut at x %.2f, y %.2f, outside the bed of %.0f × %.0f mm."
                                .formatted(contour.unit(), ring.x(i), ring.y(i), widthMm, depthMm),
                        "Move the unit inwards or choose a larger machine.");
            }
        }
    }

    /** GRBL's line buffer holds 80 characters; comments are cut to fit and brackets taken out. */
    private void comment(String words) {
        String plain = words.replaceAll("[^\\x20-\\x7e]|[()]", "_");
        line("(" + (plain.length() > 70 ? plain.substring(0, 70) : plain) + ")");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static double rounded(double value) {
        return Math.rint(value * 1000) / 1000 + 0.0;
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }
}
