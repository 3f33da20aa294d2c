package org.millwright.factory.planning.parts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.planning.WorkOrder;
import org.millwright.factory.planning.WorkOrderId;
import org.millwright.factory.planning.build.BuildId;
import org.millwright.factory.planning.build.BuildPlan;
import org.millwright.factory.planning.build.Plate;
import org.millwright.factory.planning.store.BuildStore;
import org.millwright.factory.planning.store.UnitStore;
import org.millwright.factory.planning.store.WorkOrderStore;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.platform.files.FileStore;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.nesting.shape.Middle;
import org.millwright.processes.ManufacturingProcess;
import org.millwright.processes.Setup;
import org.springframework.stereotype.Component;

/** Draws plates and sheets from the places of their units; each is drawn once, since places never change. */
@Component
public class PlateDrawings {
    private static final int COLOURS = 6;

    private final BuildStore builds;
    private final UnitStore units;
    private final WorkOrderStore orders;
    private final Parts parts;
    private final Factories factories;
    private final Lots lots;
    private final FileStore files;
    private final BoundedCache<BuildId, Plate> drawn = new BoundedCache<>(256);

    PlateDrawings(
            BuildStore builds,
            UnitStore units,
            WorkOrderStore orders,
            Parts parts,
            Factories factories,
            Lots lots,
            FileStore files) {
        this.builds = builds;
        this.units = units;
        this.orders = orders;
        this.parts = parts;
        this.factories = factories;
        this.lots = lots;
        this.files = files;
    }

    public Plate get(BuildPlan build) {
        return drawn.get(build.id(), () -> draw(build, turns(build)));
    }

    /** As {@link #get}, for builds whose places may change. */
    public Plate picture(BuildPlan build) {
        return draw(build, new int[build.units().size()]);
    }

    /** The order in which the program of a sheet frees its units, or in which the units of a plate are made. */
    private int[] turns(BuildPlan build) {
        boolean inTurn = build.sheet() != null
                || Parts.getProcess(build.process()).layoutRules(setup(build)).head() != null;
        if (!inTurn || !files.exists(build.program())) {
            return new int[build.units().size()];
        }
        try (var program =
                new BufferedReader(new InputStreamReader(files.open(build.program()), StandardCharsets.ISO_8859_1))) {
            return MakingOrder.of(program, build.units().size());
        } catch (IOException failed) {
            throw new UncheckedIOException("The program of build %s cannot be read.".formatted(build.number()), failed);
        }
    }

    private Setup setup(BuildPlan build) {
        return new Setup(
                lots.getMaterial(build.factory(), build.materialId()).material(),
                factories.getMachine(builds.plannedFor(build.id())).equipment(),
                build.options());
    }

    private Plate draw(BuildPlan build, int[] turns) {
        Machine machine = factories.getMachine(builds.plannedFor(build.id()));
        ManufacturingProcess process = Parts.getProcess(build.process());
        Setup setup = setup(build);
        BuildPlan.Sheet sheet = build.sheet();
        double width = sheet == null ? machine.equipment().widthMm() : sheet.widthMm();
        double height = sheet == null ? machine.equipment().depthMm() : sheet.heightMm();
        Map<UnitId, WorkOrderId> orderOf = new HashMap<>();
        for (Unit unit :
                units.listAll(build.units().stream().map(BuildPlan.Placed::unit).toList())) {
            orderOf.put(unit.id(), unit.workOrder());
        }
        Map<WorkOrderId, WorkOrder> known = new HashMap<>();
        Map<Region, Middle> middles = new HashMap<>();
        List<Plate.Part> drawnParts = new ArrayList<>();
        for (int i = 0; i < build.units().size(); i++) {
            BuildPlan.Placed placed = build.units().get(i);
            WorkOrder order = known.computeIfAbsent(
                    Objects.requireNonNull(orderOf.get(placed.unit())),
                    id -> orders.find(id).orElseThrow());
            Region footprint = parts.facts(order.design(), process, setup).footprint();
            if (footprint != null) {
                drawnParts.add(part(
                        placed,
                        footprint.placed(placed.rotationDeg(), placed.xMm(), placed.yMm()),
                        middles.computeIfAbsent(footprint, any -> Middle.of(NestingShape.of(footprint, 0))),
                        height,
                        colour(order.orderNumber()),
                        turns[i]));
            }
        }
        return new Plate(
                width,
                height,
                sheet == null || sheet.outline() == null ? "" : sheet.outline().path(1, 0, 0),
                sheet != null,
                drawnParts);
    }

    private static Plate.Part part(
            BuildPlan.Placed placed, Region region, Middle middle, double height, int colour, int turn) {
        var path = new StringBuilder();
        // Finer than a pixel at any size that is shown.
        double grain = height / 1500;
        append(path, region.outer(), height, grain);
        region.holes().forEach(hole -> append(path, hole, height, grain));
        double cos = Math.cos(Math.toRadians(placed.rotationDeg()));
        double sin = Math.sin(Math.toRadians(placed.rotationDeg()));
        return new Plate.Part(
                placed.unit(),
                placed.serial(),
                path.toString(),
                placed.xMm() + middle.xMm() * cos - middle.yMm() * sin,
                height - placed.yMm() - middle.xMm() * sin - middle.yMm() * cos,
                middle.radiusMm(),
                colour,
                turn);
    }

    private static void append(StringBuilder path, Ring ring, double height, double grain) {
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (int i = 0; i < ring.size(); i++) {
            if (i > 0 && Math.hypot(ring.x(i) - lastX, ring.y(i) - lastY) < grain) {
                continue;
            }
            lastX = ring.x(i);
            lastY = ring.y(i);
            path.append(i == 0 ? 'M' : 'L')
                    .append(String.format(Locale.ROOT, "%.2f %.2f", ring.x(i), height - ring.y(i)));
        }
        path.append('Z');
    }

    private static int colour(String number) {
        String digits = number.replaceAll("\\D", "");
        int last = digits.isEmpty() ? 0 : Integer.parseInt(digits.substring(Math.max(0, digits.length() - 6)));
        return last % COLOURS + 1;
    }
}
