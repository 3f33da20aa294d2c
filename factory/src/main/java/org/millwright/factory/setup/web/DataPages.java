package org.millwright.factory.setup.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.millwright.factory.demo.DemoFactory;
import org.millwright.factory.demo.DemoShift;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.platform.clock.FactoryClock;
import org.millwright.factory.platform.database.Backups;
import org.millwright.factory.platform.database.Migrations;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.Pages;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** All data as one archive, and back; wiping the demo. The owner's alone. */
@Controller
public class DataPages {
    /** Who may sign in, and how far time has come, stay. */
    private static final Set<String> KEPT_MODULES = Set.of("people");

    private static final Set<String> KEPT_TABLES = Set.of("platform.clock_anchor");

    private final Pages pages;
    private final Factories factories;
    private final Backups backups;
    private final DemoFactory demo;
    private final DemoShift shift;
    private final FactoryClock clock;

    DataPages(
            Pages pages, Factories factories, Backups backups, DemoFactory demo, DemoShift shift, FactoryClock clock) {
        this.pages = pages;
        this.factories = factories;
        this.backups = backups;
        this.demo = demo;
        this.shift = shift;
        this.clock = clock;
    }

    @GetMapping("/settings/data")
    ResponseEntity<String> data(Locale locale) {
        return pages.render(
                "settings/data.jte",
                "settings",
                pages.text("section.settings", locale),
                locale,
                Map.of("demo", demo.isDemo(factories.getFactory(pages.factory()))));
    }

    @GetMapping("/settings/data/backup")
    ResponseEntity<StreamingResponseBody> backup() {
        String name = "millwright-%s.zip"
                .formatted(clock.instant().toString().substring(0, 16).replace(':', '-'));
        StreamingResponseBody body = out -> {
            try {
                backups.write(out);
            } catch (SQLException failed) {
                throw new IOException("The backup could not be read from the database.", failed);
            }
        };
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(body);
    }

    /** Puts a backup in the place of nothing, or of the demo; never in the place of a real factory. */
    @PostMapping("/start/restore")
    ResponseEntity<Void> restore(@RequestParam MultipartFile file) {
        requireNoRealFactory();
        shift.end();
        try (InputStream archive = file.getInputStream()) {
            backups.restore(archive);
        } catch (IOException unreadable) {
            throw Problem.of(Problem.Kind.INVALID, "backup-unreadable", Map.of(), unreadable);
        } catch (SQLException failed) {
            throw Problem.of(Problem.Kind.INVALID, "backup-foreign", Map.of(), failed);
        }
        return Pages.seeOther("/");
    }

    @PostMapping("/settings/data/wipe-demo")
    ResponseEntity<Void> wipeDemo(@RequestParam("wipe") String sure) {
        if (!sure.equals("demo")) {
            return Pages.seeOther("/settings/data");
        }
        requireNoRealFactory();
        shift.end();
        try {
            List<String> modules = new ArrayList<>(Migrations.MODULES);
            modules.removeAll(KEPT_MODULES);
            backups.wipe(modules, KEPT_TABLES);
        } catch (SQLException failed) {
            throw new UncheckedIOException(new IOException("The demo could not be wiped.", failed));
        }
        return Pages.seeOther("/start");
    }

    private void requireNoRealFactory() {
        if (factories.listFactories().stream().anyMatch(factory -> !demo.isDemo(factory))) {
            throw Problem.of(Problem.Kind.REFUSED, "factory-real", Map.of());
        }
    }
}
