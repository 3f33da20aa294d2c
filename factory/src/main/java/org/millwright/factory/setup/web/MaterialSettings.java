package org.millwright.factory.setup.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.inventory.material.MaterialDefinition;
import org.millwright.factory.platform.web.Pages;
import org.millwright.factory.setup.FactorySetup;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the factory works with: materials, their prices and what they need on a machine. The owner's alone. */
@Controller
public class MaterialSettings {
    private final Pages pages;
    private final Lots lots;
    private final FactorySetup setup;

    MaterialSettings(Pages pages, Lots lots, FactorySetup setup) {
        this.pages = pages;
        this.lots = lots;
        this.setup = setup;
    }

    @GetMapping("/settings/materials")
    ResponseEntity<String> materials(Locale locale) {
        return show(locale);
    }

    @PostMapping("/settings/materials")
    ResponseEntity<Void> add(@RequestParam String preset) {
        MaterialDefinition added = setup.addMaterial(pages.factory(), preset, pages.actor());
        return Pages.seeOther("/settings/materials#" + added.materialId());
    }

    @PostMapping("/settings/materials/{id}")
    ResponseEntity<?> save(@PathVariable String id, @RequestParam Map<String, String> typed, Locale locale) {
        MaterialDefinition before = lots.getMaterial(pages.factory(), id);
        var form = new SettingsPages.Form(typed, before.price().currency(), pages, locale);
        try {
            lots.addMaterial(
                    new MaterialDefinition(
                            before.factory(),
                            before.materialId(),
                            form.words("name"),
                            before.material(),
                            form.money("price"),
                            before.basis(),
                            before.carbon(),
                            form.words("recycling")),
                    pages.actor());
            return Pages.seeOther("/settings/materials#" + id);
        } catch (IllegalArgumentException wrong) {
            throw SettingsPages.Form.refused(wrong);
        }
    }

    private ResponseEntity<String> show(Locale locale) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("materials", lots.listMaterials(pages.factory()));
        parameters.put("presets", setup.listMaterialPresets());
        return pages.render(
                "settings/materials.jte", "settings", pages.text("section.settings", locale), locale, parameters);
    }
}
