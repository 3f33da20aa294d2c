package org.millwright.factory.inventory.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.inventory.Lot;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.inventory.material.MaterialDefinition;
import org.millwright.factory.inventory.material.PriceBasis;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.Pages;
import org.millwright.factory.platform.web.Typed;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Receiving and weighing, made for a scanner that types a code and presses Enter. */
@Controller
@AllowedFor({Role.OPERATOR, Role.PLANNER, Role.QUALITY})
public class ScanPages {
    private final Pages pages;
    private final Lots lots;

    ScanPages(Pages pages, Lots lots) {
        this.pages = pages;
        this.lots = lots;
    }

    /** What was typed into the form for receiving; kept when something is wrong. */
    public record Receipt(
            String material,
            String lot,
            String supplier,
            String massG,
            String widthMm,
            String heightMm,
            String pieces) {}

    @GetMapping("/materials/receive")
    ResponseEntity<String> receive(
            @RequestParam(defaultValue = "") String material,
            @RequestParam(defaultValue = "") String supplier,
            @RequestParam(defaultValue = "") String received,
            Locale locale) {
        return receiveForm(new Receipt(material, "", supplier, "", "", "", ""), received, null, locale);
    }

    @PostMapping("/materials/receive")
    ResponseEntity<?> receive(
            @RequestParam String material,
            @RequestParam(defaultValue = "") String lot,
            @RequestParam(defaultValue = "") String supplier,
            @RequestParam(defaultValue = "") String massG,
            @RequestParam(defaultValue = "") String widthMm,
            @RequestParam(defaultValue = "") String heightMm,
            @RequestParam(defaultValue = "") String pieces,
            Locale locale) {
        var receipt = new Receipt(material, lot.strip(), supplier.strip(), massG, widthMm, heightMm, pieces);
        try {
            Lot received = receive(receipt);
            return Pages.seeOther(UriComponentsBuilder.fromPath("/materials/receive")
                    .queryParam("material", material)
                    .queryParam("supplier", supplier)
                    .queryParam("received", received.lotNumber())
                    .encode()
                    .toUriString());
        } catch (Problem wrong) {
            return receiveForm(receipt, "", wrong, locale);
        }
    }

    private Lot receive(Receipt receipt) {
        if (receipt.lot().isEmpty()) {
            throw Problem.of(Problem.Kind.INVALID, "lot-number-empty", Map.of());
        }
        MaterialDefinition material = lots.getMaterial(pages.factory(), receipt.material());
        return material.basis() == PriceBasis.PER_KG
                ? lots.receiveSpool(
                        pages.factory(),
                        receipt.material(),
                        Typed.number(receipt.massG(), "massG"),
                        receipt.lot(),
                        receipt.supplier(),
                        pages.actor())
                : lots.receiveSheets(
                        pages.factory(),
                        receipt.material(),
                        Typed.number(receipt.widthMm(), "widthMm"),
                        Typed.number(receipt.heightMm(), "heightMm"),
                        Typed.whole(receipt.pieces(), "pieces"),
                        receipt.lot(),
                        receipt.supplier(),
                        pages.actor());
    }

    private ResponseEntity<String> receiveForm(
            Receipt receipt, String received, @Nullable Problem wrong, Locale locale) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("receipt", receipt);
        parameters.put("received", received);
        parameters.put("materials", lots.listMaterials(pages.factory()));
        addProblem(parameters, wrong, locale);
        return pages.render(
                "materials/receive.jte", "materials", pages.text("materials.receive", locale), locale, parameters);
    }

    /** Scan first: the lot that was scanned is shown with what the books say. */
    @GetMapping("/materials/weigh")
    ResponseEntity<String> weigh(
            @RequestParam(defaultValue = "") String lot,
            @RequestParam(defaultValue = "") String weighed,
            Locale locale) {
        return weighForm(lot, "", "", weighed, null, locale);
    }

    @PostMapping("/materials/weigh")
    ResponseEntity<?> weigh(
            @RequestParam String lot,
            @RequestParam(defaultValue = "") String grossG,
            @RequestParam(defaultValue = "") String tareG,
            @RequestParam(defaultValue = "") String reason,
            Locale locale) {
        try {
            Lot found = lots.findLot(pages.factory(), lot)
                    .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, "lot-unknown", Map.of("lot", lot)));
            String why = reason.isBlank() ? pages.text("materials.weighed", locale) : reason.strip();
            if (found.widthMm() != null) {
                lots.countPieces(found.id(), Typed.whole(grossG, "grossG"), why, pages.actor());
            } else {
                double net = Typed.number(grossG, "grossG") - (tareG.isBlank() ? 0 : Typed.number(tareG, "tareG"));
                lots.weigh(found.id(), Math.max(0, net), why, pages.actor());
            }
            return Pages.seeOther(UriComponentsBuilder.fromPath("/materials/weigh")
                    .queryParam("weighed", found.lotNumber())
                    .encode()
                    .toUriString());
        } catch (Problem wrong) {
            return weighForm(lot, grossG, tareG, "", wrong, locale);
        }
    }

    private ResponseEntity<String> weighForm(
            String number, String grossG, String tareG, String weighed, @Nullable Problem wrong, Locale locale) {
        Map<String, Object> parameters = new HashMap<>();
        Optional<Lot> lot = number.isBlank() ? Optional.empty() : lots.findLot(pages.factory(), number);
        parameters.put("number", number.strip());
        parameters.put("grossG", grossG);
        parameters.put("tareG", tareG);
        lots.findLot(pages.factory(), weighed).ifPresent(done -> {
            parameters.put("weighed", done);
            parameters.put("weighedMaterial", lots.getMaterial(pages.factory(), done.materialId()));
        });
        lot.ifPresent(found -> {
            parameters.put("lot", found);
            parameters.put("material", lots.getMaterial(pages.factory(), found.materialId()));
        });
        if (lot.isEmpty() && !number.isBlank() && wrong == null) {
            addProblem(parameters, Problem.of(Problem.Kind.NOT_FOUND, "lot-unknown", Map.of("lot", number)), locale);
        }
        addProblem(parameters, wrong, locale);
        return pages.render(
                "materials/weigh.jte", "materials", pages.text("materials.weigh", locale), locale, parameters);
    }

    private static void addProblem(Map<String, Object> parameters, @Nullable Problem wrong, Locale locale) {
        if (wrong != null) {
            parameters.put("wrong", wrong.detail(locale) + " " + wrong.hint(locale));
            parameters.put("wrongCode", wrong.code());
        }
    }
}
