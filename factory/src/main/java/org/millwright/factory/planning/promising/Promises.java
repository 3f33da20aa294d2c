package org.millwright.factory.planning.promising;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.inventory.MaterialDefinition;
import org.millwright.factory.planning.Examination;
import org.millwright.factory.planning.Promise;
import org.millwright.factory.planning.parts.Parts;
import org.millwright.factory.planning.pass.Floors;
import org.millwright.factory.planning.pass.OpenWork;
import org.millwright.factory.planning.timetable.Floor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.text.Texts;
import org.millwright.processes.MaterialForm;
import org.springframework.stereotype.Component;

/** Reads the live timetable and the shelf for {@link Promising}. */
@Component
public class Promises {
    private final Parts parts;
    private final Floors floors;
    private final OpenWork openWork;
    private final Lots lots;

    Promises(Parts parts, Floors floors, OpenWork openWork, Lots lots) {
        this.parts = parts;
        this.floors = floors;
        this.openWork = openWork;
        this.lots = lots;
    }

    public Promise promise(
            FactoryId factory,
            DesignId design,
            String process,
            String materialId,
            int quantity,
            Map<String, Double> options) {
        Floor floor = floors.get(factory);
        Examination examination = parts.examine(factory, design, process, materialId, options, floor);
        OpenWork.Work work = openWork.read(factory, floor);
        return Promising.promise(
                factory,
                examination,
                quantity,
                floor,
                work.builds(),
                work.orders(),
                examination.makeable() ? missing(factory, materialId, examination, quantity) : "");
    }

    /** What has to be bought first, in words; empty when it is there. */
    private String missing(FactoryId factory, String materialId, Examination examination, int quantity) {
        MaterialDefinition material = lots.getMaterial(factory, materialId);
        if (material.material().form() == MaterialForm.SHEET) {
            boolean any = lots.listSheetStock(factory, materialId).stream()
                    .anyMatch(piece -> piece.widthMm() * piece.heightMm()
                            >= examination.stockWidthMm() * examination.stockHeightMm() * 0.999);
            return any ? "" : text("promise.sheet", Map.of("material", material.name()));
        }
        double neededG = Objects.requireNonNull(examination.estimate()).consumedMassG() * quantity;
        double freeG = lots.availableMg(factory, materialId) / 1000.0;
        return freeG >= neededG
                ? ""
                : text(
                        "promise.material",
                        Map.of("material", material.name(), "neededG", grams(neededG), "freeG", grams(freeG)));
    }

    private static String grams(double massG) {
        return String.format(Locale.ROOT, "%.1f", massG);
    }

    private static String text(String key, Map<String, ?> args) {
        return Texts.bundled().text(key, args, Locale.ENGLISH);
    }
}
