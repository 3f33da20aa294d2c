package org.millwright.machines.gcode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where a program works: what a printer lays down or a beam cuts, layer by layer, with the line of the program that each
 * stretch comes from. Immutable once made.
 */
public final class ToolPath {
    private static final double SAME_HEIGHT_MM = 1e-3;

    private final List<Layer> layers;

    private ToolPath(List<Layer> layers) {
        this.layers = List.copyOf(layers);
    }

    /**
     * Work at one height.
     *
     * @param zMm its height
     * @param firstLine of the program that works here
     * @param lastLine of the program that works here
     * @param stretches connected work; each is {@code [line, x, y, line, x, y …]}, the first triple being its start
     */
    public record Layer(double zMm, int firstLine, int lastLine, List<double[]> stretches) {
        public Layer {
            stretches = List.copyOf(stretches);
        }
    }

    /** The working moves of a program in their order. */
    public static ToolPath of(CompiledProgram program) {
        var collector = new Collector();
        Blocks b = program.blocks();
        double x = 0;
        double y = 0;
        for (int i = 0; i < b.count; i++) {
            if (!b.isMove(i)) {
                continue;
            }
            boolean moves = Math.abs(b.x[i] - x) + Math.abs(b.y[i] - y) > SAME_HEIGHT_MM;
            if (moves && (b.power[i] > 0 || b.filament[i] > 0)) {
                collector.work(b.line[i], x, y, b.x[i], b.y[i], b.z[i]);
            } else {
                collector.endStretch();
            }
            x = b.x[i];
            y = b.y[i];
        }
        return new ToolPath(collector.layers());
    }

    /** From the first to the last that is worked. */
    public List<Layer> layers() {
        return layers;
    }

    /** Which layer the program is at; 0 before the first. Only where there is a layer at all. */
    public int layerAt(int line) {
        int at = 0;
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).firstLine() <= line) {
                at = i;
            }
        }
        return at;
    }

    /** Puts stretches and layers together. */
    private static final class Collector {
        private final List<Layer> layers = new ArrayList<>();
        private List<double[]> stretches = new ArrayList<>();
        private double[] stretch = new double[96];
        private int length;
        private double zMm = Double.NaN;
        private int firstLine;
        private int lastLine;

        void work(int line, double fromX, double fromY, double toX, double toY, double z) {
            if (Double.isNaN(zMm) || Math.abs(z - zMm) > SAME_HEIGHT_MM) {
                endLayer();
                zMm = z;
                firstLine = line;
            }
            if (length == 0) {
                add(line, fromX, fromY);
            }
            add(line, toX, toY);
            lastLine = line;
        }

        private void add(int line, double x, double y) {
            if (length + 3 > stretch.length) {
                stretch = Arrays.copyOf(stretch, stretch.length * 2);
            }
            stretch[length++] = line;
            stretch[length++] = Math.round(x * 100) / 100.0;
            stretch[length++] = Math.round(y * 100) / 100.0;
        }

        void endStretch() {
            if (length > 0) {
                stretches.add(Arrays.copyOf(stretch, length));
                length = 0;
            }
        }

        private void endLayer() {
            endStretch();
            if (!stretches.isEmpty()) {
                layers.add(new Layer(zMm, firstLine, lastLine, stretches));
                stretches = new ArrayList<>();
            }
        }

        List<Layer> layers() {
            endLayer();
            return layers;
        }
    }
}
