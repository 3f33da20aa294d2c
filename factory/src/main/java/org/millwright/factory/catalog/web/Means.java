package org.millwright.factory.catalog.web;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.inventory.material.MaterialDefinition;
import org.millwright.factory.inventory.sheet.SheetStock;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.processes.MaterialForm;
import org.springframework.stereotype.Component;

/** What the factory has to make products with: its plates, nozzles and sheets. */
@Component
class Means {
    private static final double USUAL_NOZZLE_MM = 0.4;
    private static final double USUAL_KERF_MM = 0.2;
    private static final double EDGE_MM = 5;

    private final Factories factories;
    private final Lots lots;

    Means(Factories factories, Lots lots) {
        this.factories = factories;
        this.lots = lots;
    }

    record Plate(double nozzleMm, double widthMm, double depthMm) {}

    record Sheet(double kerfMm, double widthMm, double depthMm) {}

    /** The finest nozzle and the largest plate. */
    Plate plate(FactoryId factory) {
        List<Machine> printers = machines(factory, "printer");
        double nozzle = printers.stream()
                .mapToDouble(printer -> printer.equipment().values().getOrDefault("nozzleMm", USUAL_NOZZLE_MM))
                .min()
                .orElse(USUAL_NOZZLE_MM);
        Machine largest = largest(printers);
        return largest == null
                ? new Plate(nozzle, Double.MAX_VALUE, Double.MAX_VALUE)
                : new Plate(
                        nozzle,
                        largest.equipment().widthMm() - 2 * EDGE_MM,
                        largest.equipment().depthMm() - 2 * EDGE_MM);
    }

    /** The sheet materials by thickness, thinnest first. */
    List<MaterialDefinition> sheets(FactoryId factory) {
        return lots.listMaterials(factory).stream()
                .filter(material -> material.material().form() == MaterialForm.SHEET)
                .sorted(Comparator.comparingDouble(
                        material -> material.material().sheetThicknessMm()))
                .toList();
    }

    /** The largest sheet of a thickness that fits the laser; the laser's bed when there is none in stock. */
    Sheet sheet(FactoryId factory, double thicknessMm) {
        List<MaterialDefinition> fitting = sheets(factory).stream()
                .filter(material -> Math.abs(material.material().sheetThicknessMm() - thicknessMm) < 0.01)
                .toList();
        double kerf = fitting.stream()
                .mapToDouble(material -> material.material().values().getOrDefault("kerfMm", USUAL_KERF_MM))
                .max()
                .orElse(USUAL_KERF_MM);
        return fitting.stream()
                .flatMap(material -> lots.listSheetStock(factory, material.materialId()).stream())
                .max(Comparator.comparingDouble((SheetStock piece) -> piece.widthMm() * piece.heightMm()))
                .map(piece -> new Sheet(kerf, piece.widthMm() - 2 * EDGE_MM, piece.heightMm() - 2 * EDGE_MM))
                .orElseGet(() -> bed(factory, kerf));
    }

    private Sheet bed(FactoryId factory, double kerf) {
        Machine laser = largest(machines(factory, "laser"));
        return laser == null
                ? new Sheet(kerf, Double.MAX_VALUE, Double.MAX_VALUE)
                : new Sheet(
                        kerf,
                        laser.equipment().widthMm() - 2 * EDGE_MM,
                        laser.equipment().depthMm() - 2 * EDGE_MM);
    }

    private List<Machine> machines(FactoryId factory, String equipmentClass) {
        return factories.listMachines(factory).stream()
                .filter(machine -> machine.equipmentClass().equals(equipmentClass))
                .toList();
    }

    private static @Nullable Machine largest(List<Machine> machines) {
        return machines.stream()
                .max(Comparator.comparingDouble(machine ->
                        machine.equipment().widthMm() * machine.equipment().depthMm()))
                .orElse(null);
    }
}
