package org.millwright.factory.passport.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.millwright.factory.passport.Passports;
import org.millwright.factory.platform.access.OpenToAll;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the code on a unit leads to. Open to everybody: it holds no names and no order. */
@Controller
@OpenToAll
class PassportPages {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=utf-8");
    private static final MediaType JSON_LD = MediaType.parseMediaType("application/ld+json");

    private final Passports passports;

    PassportPages(Passports passports) {
        this.passports = passports;
    }

    @GetMapping(path = "/passport/21/{serial}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page(@PathVariable String serial, Locale locale) {
        return ResponseEntity.ok().contentType(HTML).body(passports.servedHtml(serial, locale));
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
