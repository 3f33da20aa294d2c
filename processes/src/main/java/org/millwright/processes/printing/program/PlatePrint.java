package org.millwright.processes.printing.program;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.TreeMap;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Region;
import org.millwright.geometry.Shape;
import org.millwright.processes.Build;
import org.millwright.processes.ProgramRefused;
import org.millwright.processes.printing.PrintSettings;
import org.millwright.processes.printing.toolpaths.PartLayers;
import org.millwright.processes.printing.toolpaths.PartLayers.Island;
import org.millwright.processes.printing.toolpaths.ToolPath;
import org.millwright.processes.printing.toolpaths.raster.Shadow;
import org.millwright.processes.printing.toolpaths.supports.Supports;

/** Prints all units of a build side by side, layer by layer, or one after the other. Equal parts are sliced once. */
public final class PlatePrint {
    /** Room between the nozzle and the highest unit that it passes. */
    private static final double OVER_MM = 1;

    private PlatePrint() {}

    /**
     * What was written.
     *
     * @param printingS time without heating and homing
     * @param filamentMm length of filament in the parts
     */
    public record Written(String text, double printingS, double filamentMm, int layers) {}

    /** A unit ready to be drawn. */
    private record Standing(Build.Placed placed, PartLayers layers) {
        List<Island> islands(int layer) {
            var islands = new ArrayList<Island>();
            for (Island island : layers.islands(layer)) {
                islands.add(new Island(island.walls().stream().map(this::placed).toList(), placed(island.fills())));
            }
            return islands;
        }

        /** Where the unit touches the bed. */
        List<Region> outlines() {
            return layers.regions(0).stream()
                    .map(region -> region.placed(placed.rotationDeg(), placed.xMm(), placed.yMm()))
                    .toList();
        }

        /** x and y of a place where the unit is lowest. */
        double[] standsAt() {
            var mesh = (Mesh) placed.part();
            int lowest = 0;
            for (int vertex = 1; vertex < mesh.vertexCount(); vertex++) {
                lowest = mesh.z(vertex) < mesh.z(lowest) ? vertex : lowest;
            }
            double cos = Math.cos(Math.toRadians(placed.rotationDeg()));
            double sin = Math.sin(Math.toRadians(placed.rotationDeg()));
            return new double[] {
                mesh.x(lowest) * cos - mesh.y(lowest) * sin + placed.xMm(),
                mesh.x(lowest) * sin + mesh.y(lowest) * cos + placed.yMm()
            };
        }

        Island supports(Supports.Layer layer) {
            return new Island(List.of(), placed(layers.paths(layer)));
        }

        private List<ToolPath> placed(List<ToolPath> paths) {
            return paths.stream()
                    .map(path -> path.placed(placed.rotationDeg(), placed.xMm(), placed.yMm()))
                    .toList();
        }
    }

    /** Throws {@link ProgramRefused} when a unit is no solid, has no layer, or does not fit the bed. */
    public static Written of(Build build, PrintSettings settings, Bed bed) throws ProgramRefused {
        List<Standing> units = standing(build, settings, bed);
        var writer = new MarlinWriter(settings);
        List<List<Standing>> turns =
                settings.oneByOne() ? units.stream().map(List::of).toList() : List.of(units);
        int count = turns.stream().mapToInt(PlatePrint::layers).sum();
        Preamble.begin(writer, build, settings, count);
        String start = writer.takeText();
        List<String> chunks = new ArrayList<>();
        var endS = new double[count];
        List<Region> skirted =
                units.stream().flatMap(unit -> unit.outlines().stream()).toList();
        for (List<Standing> turn : turns) {
            var run = new LayerRun(settings, writer);
            for (int layer = 0; layer < layers(turn); layer++) {
                if (layer == 0 && settings.oneByOne()) {
                    begin(writer, turn.getFirst(), chunks.isEmpty(), bed);
                }
                run.draw(layer, levels(turn, layer, chunks.isEmpty() ? skirted : List.of(), settings));
                endS[chunks.size()] = writer.seconds();
                chunks.add(writer.takeText());
            }
        }
        Preamble.end(writer, bed);
        String ending = writer.takeText();
        double totalS = writer.seconds();
        return new Written(assembled(start, chunks, endS, totalS, ending), totalS, writer.filamentMm(), count);
    }

    private static int layers(List<Standing> units) {
        return units.stream().mapToInt(unit -> unit.layers().count()).max().orElse(0);
    }

    /** Over all that stands to where the next unit begins. */
    private static void begin(MarlinWriter writer, Standing unit, boolean first, Bed bed) {
        writer.line("; begin " + Preamble.plain(unit.placed().unit()));
        if (first) {
            return;
        }
        writer.retract();
        writer.line("M107");
        writer.lift(Math.max(writer.z(), Math.min(writer.z() + OVER_MM, bed.heightMm())));
        double[] xy = unit.standsAt();
        writer.travel(xy[0], xy[1]);
    }

    private static List<Standing> standing(Build build, PrintSettings settings, Bed bed) throws ProgramRefused {
        if (build.units().isEmpty()) {
            throw new ProgramRefused(
                    "Build %s has nothing to print.".formatted(build.name()), "Place at least one part.");
        }
        var known = new IdentityHashMap<Mesh, PartLayers>();
        var units = new ArrayList<Standing>();
        for (Build.Placed placed : settings.oneByOne() ? OneByOne.ordered(build.units()) : build.units()) {
            if (!(placed.part() instanceof Mesh mesh)) {
                throw new ProgramRefused(
                        "Unit %s is a flat outline; a printer needs a solid.".formatted(placed.unit()),
                        "Maybe export it as STL or 3MF.");
            }
            bed.require(placed, mesh, Math.max(Adhesion.marginMm(settings), SupportLevels.reachMm(settings)));
            PartLayers layers = known.computeIfAbsent(mesh, part -> new PartLayers(part, settings));
            if (layers.count() == 0) {
                throw new ProgramRefused(
                        "Unit %s is %.3f mm high, less than half a layer."
                                .formatted(placed.unit(), mesh.bounds().sizeZ()),
                        "Maybe the file is in another unit, for instance inches or metres.");
            }
            units.add(new Standing(placed, layers));
        }
        if (settings.oneByOne() && units.size() > 1) {
            var shadows = new IdentityHashMap<Shape, Region>();
            known.keySet().forEach(mesh -> shadows.put(mesh, Shadow.of(mesh)));
            OneByOne.require(units.stream().map(Standing::placed).toList(), shadows, settings, bed);
        }
        return units;
    }

    /** Supports that end with the layer or below it, then the layer itself. */
    private static List<LayerRun.Level> levels(
            List<Standing> units, int layer, List<Region> skirted, PrintSettings settings) {
        var supports = new TreeMap<Double, List<Island>>();
        for (Standing unit : units) {
            for (Supports.Layer support : SupportLevels.under(unit.layers(), layer)) {
                Island island = unit.supports(support);
                if (!island.fills().isEmpty()) {
                    supports.computeIfAbsent(support.topMm(), top -> new ArrayList<>())
                            .add(island);
                }
            }
        }
        var levels = new ArrayList<LayerRun.Level>();
        supports.forEach((top, islands) -> levels.add(new LayerRun.Level(top, islands)));
        double top = units.getFirst().layers().topMm(layer);
        levels.add(new LayerRun.Level(top, islands(units, layer, skirted, settings)));
        return levels;
    }

    private static List<Island> islands(List<Standing> units, int layer, List<Region> skirted, PrintSettings settings) {
        var islands = new ArrayList<Island>();
        if (layer == 0) {
            List<Region> outlines =
                    units.stream().flatMap(unit -> unit.outlines().stream()).toList();
            islands.addAll(Adhesion.of(skirted, outlines, settings));
        }
        for (Standing unit : units) {
            if (layer < unit.layers().count()) {
                islands.addAll(unit.islands(layer));
            }
        }
        return islands;
    }

    /** Progress can only be written once the whole time is known. */
    private static String assembled(String start, List<String> chunks, double[] endS, double totalS, String ending) {
        var text = new StringBuilder(start);
        for (int layer = 0; layer < chunks.size(); layer++) {
            double doneS = layer == 0 ? 0 : endS[layer - 1];
            text.append(";LAYER:").append(layer).append('\n');
            text.append("M73 P").append((int) Math.floor(100 * doneS / totalS));
            text.append(" R").append((int) Math.ceil((totalS - doneS) / 60)).append('\n');
            text.append(chunks.get(layer));
        }
        return text.append("M73 P100 R0\n").append(ending).toString();
    }
}
