package org.millwright.factory.design.web;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.millwright.factory.design.Design;
import org.millwright.factory.design.DesignId;
import org.millwright.factory.design.Designs;
import org.millwright.factory.design.ThreeMf;
import org.millwright.factory.design.ViewMesh;
import org.millwright.factory.platform.access.OpenToAll;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.Pages;
import org.millwright.geometry.LengthUnit;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.repair.MeshRepair;
import org.millwright.geometry.repair.RepairAction;
import org.millwright.geometry.repair.Repaired;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What a repair of a mesh would change, before and after; whoever agrees gets a new design of it, the old one stays. */
@Controller
@OpenToAll
class RepairPages {
    private static final String COLOUR = "#7fa8ad";

    private final Pages pages;
    private final Designs designs;

    RepairPages(Pages pages, Designs designs) {
        this.pages = pages;
        this.designs = designs;
    }

    @GetMapping("/designs/{id}/repair")
    ResponseEntity<String> preview(@PathVariable UUID id, Locale locale) {
        Design design = designs.getDesign(new DesignId(id));
        Repaired repaired = repaired(design);
        var parameters = new HashMap<String, Object>();
        parameters.put("design", design);
        parameters.put("repaired", repaired);
        parameters.put(
                "actions",
                List.copyOf(
                        repaired.actions().stream().map(RepairAction::finding).toList()));
        return pages.render("shop/repair.jte", "shop", design.fileName(), locale, parameters);
    }

    /** The mended mesh; the format is that of {@link ViewMesh#bytes()}. */
    @GetMapping("/designs/{id}/repair/mesh")
    ResponseEntity<byte[]> mesh(@PathVariable UUID id) {
        Repaired repaired = repaired(designs.getDesign(new DesignId(id)));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(ViewMesh.of(repaired.mesh()).bytes());
    }

    @PostMapping("/designs/{id}/repair")
    ResponseEntity<Void> accept(@PathVariable UUID id) {
        Design design = designs.getDesign(new DesignId(id));
        Repaired repaired = repaired(design);
        if (!repaired.changed()) {
            return Pages.seeOther("/designs/" + id);
        }
        String name = design.fileName().replaceFirst("\\.[^.]*$", "") + " (mended).3mf";
        Design mended = designs.upload(
                design.factory(),
                name,
                new ByteArrayInputStream(ThreeMf.write(repaired.mesh(), COLOUR)),
                LengthUnit.MILLIMETRE,
                pages.actor());
        return Pages.seeOther("/designs/" + mended.id());
    }

    private Repaired repaired(Design design) {
        if (designs.shape(design.id()) instanceof Mesh mesh) {
            return MeshRepair.of(mesh);
        }
        throw Problem.of(Problem.Kind.NOT_FOUND, "design-flat", Map.of("file", design.fileName()));
    }
}
