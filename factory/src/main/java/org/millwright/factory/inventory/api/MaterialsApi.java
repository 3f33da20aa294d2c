package org.millwright.factory.inventory.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.inventory.Lot;
import org.millwright.factory.inventory.LotId;
import org.millwright.factory.inventory.LotKind;
import org.millwright.factory.inventory.LotState;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.inventory.material.MaterialDefinition;
import org.millwright.factory.inventory.material.PriceBasis;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.api.Given;
import org.millwright.factory.platform.api.Items;
import org.millwright.factory.platform.api.Price;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.web.viewer.CurrentFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Materials, lots, and the ledger behind them. */
@RestController
@RequestMapping("/api/v1")
@AllowedFor({Role.OPERATOR, Role.PLANNER, Role.QUALITY})
@Tag(name = "Materials")
class MaterialsApi {
    private final CurrentFactory factory;
    private final Lots lots;

    MaterialsApi(CurrentFactory factory, Lots lots) {
        this.factory = factory;
        this.lots = lots;
    }

    record MaterialOut(
            @Schema(example = "pla") String id,
            @Schema(example = "PLA") String name,
            @Schema(example = "FILAMENT") String form,
            Price price,
            PriceBasis basis,
            @Schema(example = "2.3") double kgCo2ePerUnit,
            String carbonSource,
            String recycling) {
        static MaterialOut of(MaterialDefinition material) {
            return new MaterialOut(
                    material.materialId(),
                    material.name(),
                    material.material().form().name(),
                    Price.of(material.price()),
                    material.basis(),
                    material.carbon().kgCo2ePerUnit(),
                    material.carbon().source(),
                    material.recycling());
        }
    }

    /** @param onHand milligrams of filament, square millimetres of sheets */
    record LotOut(
            UUID id,
            @Schema(example = "pla") String material,
            @Schema(example = "PLA-2026-11-22-01") String lotNumber,
            LotKind kind,
            LotState state,

            @Schema(description = "mg of filament, mm² of sheets", example = "742000")
            long onHand,

            @Schema(description = "mg of filament, mm² of sheets", example = "24600")
            long reserved,

            @Nullable Double widthMm,
            @Nullable Double heightMm,
            int pieces,
            String supplier,
            Instant receivedAt,

            @Schema(description = "The sheet a remnant was cut from") @Nullable
            UUID parent) {
        static LotOut of(Lot lot) {
            return new LotOut(
                    lot.id().value(),
                    lot.materialId(),
                    lot.lotNumber(),
                    lot.kind(),
                    lot.state(),
                    lot.onHand(),
                    lot.reserved(),
                    lot.widthMm(),
                    lot.heightMm(),
                    lot.pieces(),
                    lot.supplier(),
                    lot.receivedAt(),
                    lot.parent() == null ? null : lot.parent().value());
        }
    }

    record SpoolIn(
            @Schema(example = "pla") @Nullable String material,
            @Schema(example = "1000") @Nullable Double massG,
            @Schema(example = "PLA-4711") @Nullable String lotNumber,
            @Schema(example = "Filament GmbH") @Nullable String supplier) {}

    record SheetsIn(
            @Schema(example = "plywood-3") @Nullable String material,
            @Schema(example = "600") @Nullable Double widthMm,
            @Schema(example = "400") @Nullable Double heightMm,
            @Schema(example = "10") @Nullable Integer pieces,
            @Schema(example = "BIRCH-0815") @Nullable String lotNumber,
            @Schema(example = "Holz OHG") @Nullable String supplier) {}

    record ReasonIn(
            @Schema(example = "Moist packaging") @Nullable String reason) {}

    record LedgerOut(boolean balanced, long movements, long postings, List<String> faults) {}

    @GetMapping("/materials")
    @Operation(summary = "What things are made of here")
    Items<MaterialOut> materials() {
        return Items.all(lots.listMaterials(factory.getId()).stream()
                .map(MaterialOut::of)
                .toList());
    }

    @GetMapping("/lots")
    @Operation(summary = "Lots of all materials, newest first")
    Items<LotOut> lots(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Items.page(lots.listLots(factory.getId()), lot -> lot.id().value(), after, limit, LotOut::of);
    }

    @GetMapping("/lots/{id}")
    @Operation(summary = "One lot")
    LotOut lot(@PathVariable UUID id) {
        return LotOut.of(lots.getLot(new LotId(id)));
    }

    @PostMapping("/lots/spools")
    @AllowedFor({Role.OPERATOR, Role.PLANNER})
    @Operation(summary = "Receive a spool")
    ResponseEntity<LotOut> receiveSpool(@RequestBody SpoolIn body, Actor actor) {
        return created(lots.receiveSpool(
                factory.getId(),
                Given.required(body.material(), "material"),
                Given.required(body.massG(), "massG"),
                Given.required(body.lotNumber(), "lotNumber"),
                Objects.requireNonNullElse(body.supplier(), ""),
                actor));
    }

    @PostMapping("/lots/sheets")
    @AllowedFor({Role.OPERATOR, Role.PLANNER})
    @Operation(summary = "Receive sheets of one size")
    ResponseEntity<LotOut> receiveSheets(@RequestBody SheetsIn body, Actor actor) {
        return created(lots.receiveSheets(
                factory.getId(),
                Given.required(body.material(), "material"),
                Given.required(body.widthMm(), "widthMm"),
                Given.required(body.heightMm(), "heightMm"),
                Given.required(body.pieces(), "pieces"),
                Given.required(body.lotNumber(), "lotNumber"),
                Objects.requireNonNullElse(body.supplier(), ""),
                actor));
    }

    @PostMapping("/lots/{id}/quarantine")
    @Operation(summary = "Hold a lot back; nothing is made of it until it is released")
    LotOut quarantine(@PathVariable UUID id, @RequestBody ReasonIn body, Actor actor) {
        lots.quarantine(new LotId(id), Given.required(body.reason(), "reason"), actor);
        return lot(id);
    }

    @PostMapping("/lots/{id}/release")
    @AllowedFor(Role.QUALITY)
    @Operation(summary = "Let a lot be used again")
    LotOut release(@PathVariable UUID id, @RequestBody ReasonIn body, Actor actor) {
        lots.endQuarantine(new LotId(id), Given.required(body.reason(), "reason"), actor);
        return lot(id);
    }

    @GetMapping("/ledger")
    @Operation(summary = "Whether all movements of material add up")
    LedgerOut ledger() {
        var check = lots.checkLedger(factory.getId());
        return new LedgerOut(check.balanced(), check.movements(), check.postings(), check.faults());
    }

    private static ResponseEntity<LotOut> created(Lot lot) {
        return ResponseEntity.created(URI.create("/api/v1/lots/" + lot.id())).body(LotOut.of(lot));
    }
}
