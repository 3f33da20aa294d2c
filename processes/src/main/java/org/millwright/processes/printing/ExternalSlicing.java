package org.millwright.processes.printing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Mesh;
import org.millwright.processes.Build;
import org.millwright.processes.Estimate;
import org.millwright.processes.Program;
import org.millwright.processes.ProgramRefused;
import org.millwright.processes.Setup;
import org.millwright.processes.printing.external.PrusaSlicer;
import org.millwright.processes.printing.program.Bed;

/** Printing with programs by PrusaSlicer, which adds supports, where a set-up asks for it by {@value #OPTION}{@code =1}. */
final class ExternalSlicing {
    /** Chooses PrusaSlicer when 1. */
    static final String OPTION = "externalSlicer";
    /** Whether PrusaSlicer adds supports, 1 or 0. */
    private static final String SUPPORTS = "supports";

    /** Supports stand wider than the part's shadow, on their first layer most of all. */
    private static final double SUPPORT_REACH_MM = 6;

    private final String searchPath;

    ExternalSlicing(String searchPath) {
        this.searchPath = searchPath;
    }

    static boolean isChosen(Setup setup) {
        return setup.value(OPTION, 0) != 0;
    }

    /** How far supports reach out of the part's shadow; 0 without. */
    static double reachMm(Setup setup) {
        return isChosen(setup) && withSupports(setup) ? SUPPORT_REACH_MM : 0;
    }

    private static boolean withSupports(Setup setup) {
        return setup.value(SUPPORTS, 1) != 0;
    }

    boolean isInstalled() {
        return PrusaSlicer.findExecutable(searchPath).isPresent();
    }

    Program program(Build build, Setup setup) throws ProgramRefused {
        PrusaSlicer slicer = PrusaSlicer.installed(searchPath, PrusaSlicer.Limits.USUAL);
        try {
            return slicer.slice(build, PrintSettings.from(setup), Bed.of(setup.equipment()), withSupports(setup));
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "The folder for slicing could not be written.\nMaybe the disk is full.", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProgramRefused("Slicing was interrupted.", "Plan once more.");
        }
    }

    /** Slices the part alone in the middle of the bed; {@link IllegalArgumentException} with what the slicer says. */
    Estimate estimate(Mesh mesh, Setup setup) {
        Bounds box = mesh.bounds();
        double x = setup.equipment().widthMm() / 2 - (box.min().x() + box.max().x()) / 2;
        double y = setup.equipment().depthMm() / 2 - (box.min().y() + box.max().y()) / 2;
        try {
            Program alone = program(new Build("estimate", List.of(new Build.Placed("part", mesh, 0, x, y))), setup);
            Duration start = PrintEstimate.duration(PrintSettings.from(setup).startS());
            Map<String, Double> terms = new LinkedHashMap<>(alone.terms());
            terms.put(OPTION, 1.0);
            terms.put(SUPPORTS, setup.value(SUPPORTS, 1));
            terms.put("massG", alone.massG());
            return new Estimate(alone.expectedTime().minus(start), start, alone.massG(), alone.massG(), 0, terms);
        } catch (ProgramRefused refused) {
            throw new IllegalArgumentException(refused.detail() + "\n" + refused.hint(), refused);
        }
    }
}
