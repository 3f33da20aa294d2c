package org.millwright.processes.printing.program;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Straight;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.PrintValue;
import org.millwright.processes.printing.toolpaths.PartLayers.Island;
import org.millwright.processes.printing.toolpaths.Role;
import org.millwright.processes.printing.toolpaths.ToolPath;

/** Draws one layer after the other with a {@link MarlinWriter}. */
final class LayerRun {
    /** Room left between the end of a loop and its beginning, as a share of the nozzle. */
    private static final double SEAM_NOZZLES = 0.15;

    private final PrintSettings settings;
    private final MarlinWriter writer;
    private final Seams seams = new Seams();
    private @Nullable Role role;
    private double supportMm;

    LayerRun(PrintSettings settings, MarlinWriter writer) {
        this.settings = settings;
        this.writer = writer;
    }

    /**
     * What one layer took, the layers of supports that lead to it included.
     *
     * @param supportMm filament in supports
     */
    record Took(double seconds, double filamentMm, double supportMm) {}

    /**
     * Something drawn at one height.
     *
     * @param topMm height of its upper side above the bed
     */
    record Level(double topMm, List<Island> islands) {}

    /**
     * Draws one layer from where the nozzle is, with the layers of supports that belong to it; all of them share the least
     * layer time.
     *
     * @param layer counted from 0
     * @param levels lowest first
     */
    Took draw(int layer, List<Level> levels) {
        double startS = writer.seconds();
        double startMm = writer.filamentMm();
        supportMm = 0;
        fan(layer);
        var ordered = new ArrayList<List<LayerOrder.Stroke>>();
        var all = new ArrayList<LayerOrder.Stroke>();
        double x = writer.x(), y = writer.y();
        for (Level level : levels) {
            List<LayerOrder.Stroke> strokes = LayerOrder.of(level.islands(), seams, x, y);
            ordered.add(strokes);
            all.addAll(strokes);
            if (!strokes.isEmpty()) {
                x = strokes.getLast().endX();
                y = strokes.getLast().endY();
            }
        }
        seams.nextLayer();
        double limit = LayerSpeed.limitMmPerS(all, settings, layer == 0);
        for (int i = 0; i < ordered.size(); i++) {
            writer.lift(levels.get(i).topMm());
            role = null;
            for (LayerOrder.Stroke stroke : ordered.get(i)) {
                draw(stroke, layer == 0, limit);
            }
        }
        return new Took(writer.seconds() - startS, writer.filamentMm() - startMm, supportMm);
    }

    private void fan(int layer) {
        if (layer == (int) settings.get(PrintValue.FAN_OFF_LAYERS) && settings.get(PrintValue.FAN) > 0) {
            writer.line("M106 S" + Math.round(settings.get(PrintValue.FAN) * 2.55));
        }
    }

    private void draw(LayerOrder.Stroke stroke, boolean firstLayer, double limit) {
        ToolPath path = stroke.path();
        double length = path.lengthMm();
        if (length <= 0) {
            return;
        }
        goTo(path.x(stroke.start()), path.y(stroke.start()));
        if (path.role() != role) {
            role = path.role();
            writer.line(";TYPE:" + path.role().word());
        }
        writer.accelerate(path.role().accelerationMmPerS2(settings, firstLayer));
        double before = writer.filamentMm();
        double wanted = path.role().speedMmPerS(settings, path.wholeMm(), firstLayer);
        double speed = path.role().maySlowDown() ? Math.min(limit, wanted) : wanted;
        int size = path.size();
        int steps = path.closed() ? size : size - 1;
        int step = stroke.backwards() ? -1 : 1;
        int from = stroke.start();
        boolean wall = path.role() == Role.OUTER_WALL || path.role() == Role.INNER_WALL;
        double left = path.closed() && wall
                ? length - Math.min(SEAM_NOZZLES * settings.get(PrintValue.NOZZLE), length / 10)
                : Double.POSITIVE_INFINITY;
        for (int i = 0; i < steps; i++) {
            int to = Math.floorMod(from + step, size);
            double dx = path.x(to) - path.x(from), dy = path.y(to) - path.y(from);
            double distance = Math.sqrt(dx * dx + dy * dy);
            left -= distance;
            if (left < 0) {
                if (distance + left <= 0) {
                    break;
                }
                // A wall ends just before its seam, so that no blob grows there.
                double share = (distance + left) / distance;
                writer.draw(
                        path.x(from) + share * dx,
                        path.y(from) + share * dy,
                        (distance + left) * path.beadMm2(),
                        speed);
                break;
            }
            if (distance > 0) {
                writer.draw(path.x(to), path.y(to), distance * path.beadMm2(), speed);
            }
            from = to;
        }
        if (path.closed() && path.role() == Role.OUTER_WALL && settings.walls() > 1) {
            stepInside(stroke);
        }
        supportMm += path.role().isSupport() ? writer.filamentMm() - before : 0;
    }

    /** Leaves the end of an outer wall to the inside, where what oozes is not seen. */
    private void stepInside(LayerOrder.Stroke stroke) {
        ToolPath path = stroke.path();
        int size = path.size(), start = stroke.start();
        int after = (start + 1) % size, before = Math.floorMod(start - 1, size);
        double dx = path.x(after) - path.x(start), dy = path.y(after) - path.y(start);
        double bx = path.x(before) - path.x(start), by = path.y(before) - path.y(start);
        double length = Straight.lengthMm(dx, dy);
        if (length <= 0) {
            return;
        }
        double inner = Math.atan2(dx * by - dy * bx, dx * bx + dy * by);
        double turn = (inner < 0 ? inner + 2 * Math.PI : inner) / 3;
        double reach = Math.min(settings.get(PrintValue.NOZZLE), length) / length;
        writer.travel(
                path.x(start) + reach * (dx * Math.cos(turn) - dy * Math.sin(turn)),
                path.y(start) + reach * (dx * Math.sin(turn) + dy * Math.cos(turn)));
    }

    private void goTo(double x, double y) {
        double distance = Straight.lengthMm(x - writer.x(), y - writer.y());
        if (distance > settings.get(PrintValue.RETRACT_BEFORE_TRAVEL)) {
            writer.retract();
        }
        writer.travel(x, y);
        writer.unretract();
    }
}
