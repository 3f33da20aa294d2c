package org.millwright.factory.design.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.design.Design;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.design.Designs;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.access.OpenToAll;
import org.millwright.factory.platform.api.FindingOut;
import org.millwright.factory.platform.api.Given;
import org.millwright.factory.platform.api.Items;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.viewer.CurrentFactory;
import org.millwright.geometry.LengthUnit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Uploaded designs. Whoever knows a design's id may read it and have it quoted. */
@RestController
@RequestMapping("/api/v1/designs")
@OpenToAll
@Tag(name = "Designs")
class DesignsApi {
    private final CurrentFactory factory;
    private final Designs designs;

    DesignsApi(CurrentFactory factory, Designs designs) {
        this.factory = factory;
        this.designs = designs;
    }

    record UnitIn(@Schema(example = "MILLIMETRE") @Nullable LengthUnit unit) {}

    @GetMapping
    @AllowedFor({Role.OPERATOR, Role.PLANNER, Role.QUALITY})
    @Operation(summary = "All designs, newest first")
    Items<DesignOut> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Locale locale) {
        return Items.page(
                designs.listDesigns(factory.getId()),
                design -> design.id().value(),
                after,
                limit,
                design -> DesignOut.of(design, locale));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Upload an STL, 3MF, OBJ, DXF or SVG file of at most 200 MB")
    ResponseEntity<DesignOut> upload(
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable LengthUnit unit,
            Actor actor,
            Locale locale)
            throws IOException {
        if (file.isEmpty()) {
            throw Problem.of(Problem.Kind.INVALID, "upload-empty", Map.of());
        }
        try (InputStream content = file.getInputStream()) {
            String name = String.valueOf(file.getOriginalFilename());
            Design design = designs.upload(factory.getId(), name, content, unit, actor);
            return ResponseEntity.created(URI.create("/api/v1/designs/" + design.id()))
                    .body(DesignOut.of(design, locale));
        }
    }

    @GetMapping("/{id}")
    @Operation(summary = "One design with its measures and findings")
    DesignOut get(@PathVariable UUID id, Locale locale) {
        return DesignOut.of(designs.getDesign(new DesignId(id)), locale);
    }

    @GetMapping("/{id}/findings")
    @Operation(summary = "What is remarkable about the shape, whatever process makes it")
    List<FindingOut> findings(@PathVariable UUID id, Locale locale) {
        return FindingOut.all(designs.getDesign(new DesignId(id)).findings(), locale);
    }

    @PutMapping("/{id}/unit")
    @Operation(summary = "Say in which unit the numbers of the file are")
    DesignOut chooseUnit(@PathVariable UUID id, @RequestBody UnitIn body, Actor actor, Locale locale) {
        return DesignOut.of(designs.chooseUnit(new DesignId(id), Given.required(body.unit(), "unit"), actor), locale);
    }
}
