package org.millwright.factory.passport.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.passport.Passports;
import org.millwright.factory.passport.page.ServedWith;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.platform.access.OpenToAll;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.Pages;
import org.millwright.factory.platform.web.viewer.CurrentViewer;
import org.millwright.factory.quality.Inspections;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the code on a unit leads to. Open to everybody: it holds no names and no order. */
@Controller
@OpenToAll
class PassportPages {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=utf-8");
    private static final MediaType JSON_LD = MediaType.parseMediaType("application/ld+json");

    private final Passports passports;
    private final Inspections inspections;
    private final WorkOrders workOrders;
    private final CurrentViewer viewer;

    PassportPages(Passports passports, Inspections inspections, WorkOrders workOrders, CurrentViewer viewer) {
        this.passports = passports;
        this.inspections = inspections;
        this.workOrders = workOrders;
        this.viewer = viewer;
    }

    @GetMapping(path = "/passport/21/{serial}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page(
            @PathVariable String serial, @RequestParam(required = false) @Nullable String reported, Locale locale) {
        return show(serial, reported != null, "", null, locale);
    }

    /** Anybody may write what is wrong with a unit; within bounds, and nobody is asked who they are. */
    @PostMapping("/passport/21/{serial}/reports")
    ResponseEntity<?> report(
            @PathVariable String serial, @RequestParam(defaultValue = "") String words, Locale locale) {
        Unit unit = workOrders
                .findUnit(passports.getPassport(serial).serial())
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, "passport-missing", Map.of("serial", serial)));
        try {
            inspections.reportFromOutside(unit, words);
        } catch (Problem wrong) {
            return show(serial, false, words, wrong.detail(locale) + " " + wrong.hint(locale), locale);
        }
        return Pages.seeOther("/passport/21/" + serial + "?reported#report");
    }

    private ResponseEntity<String> show(
            String serial, boolean reported, String typed, @Nullable String wrong, Locale locale) {
        Optional<Unit> unit = workOrders.findUnit(serial);
        String design = unit.map(made ->
                        "/designs/" + workOrders.getWorkOrder(made.workOrder()).design())
                .orElse(null);
        boolean solid = unit.map(Unit::build)
                .map(workOrders::getBuild)
                .filter(build -> build.sheet() == null)
                .isPresent();
        return ResponseEntity.ok()
                .contentType(HTML)
                .body(passports.servedHtml(
                        serial,
                        locale,
                        new ServedWith(
                                design == null ? null : design + "/picture",
                                design == null || !solid ? null : design + "/mesh",
                                viewer.formToken(),
                                reported,
                                typed,
                                wrong)));
    }

    /** The signed document, for programs that ask the same address for JSON. */
    @GetMapping(
            path = "/passport/21/{serial}",
            produces = {"application/ld+json", MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<byte[]> document(@PathVariable String serial) {
        // Bytes, because they must arrive exactly as they were signed.
        return ResponseEntity.ok()
                .contentType(JSON_LD)
                .body(passports.getPassport(serial).json().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/passport/21/{serial}/document")
    ResponseEntity<byte[]> file(@PathVariable String serial) {
        return ResponseEntity.ok()
                .contentType(JSON_LD)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(serial + ".json"))
                .body(passports.getPassport(serial).json().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/passport/21/{serial}/label.svg")
    ResponseEntity<String> labelSvg(@PathVariable String serial) {
        return ResponseEntity.ok().contentType(SVG).body(passports.labelSvg(serial));
    }

    @GetMapping("/passport/21/{serial}/label.pdf")
    ResponseEntity<byte[]> labelPdf(@PathVariable String serial) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(serial + ".pdf")
                                .build()
                                .toString())
                .body(passports.labelPdf(serial));
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
