package org.millwright.factory.passport.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.passport.Passport;
import org.millwright.factory.passport.Passports;
import org.millwright.factory.passport.Verification;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.access.OpenToAll;
import org.millwright.factory.platform.api.Items;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.web.viewer.CurrentFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Passports of units, and whether one was altered. */
@RestController
@RequestMapping("/api/v1/passports")
@OpenToAll
@Tag(name = "Passports")
class PassportsApi {
    private static final MediaType JSON_LD = MediaType.parseMediaType("application/ld+json");

    private final CurrentFactory factory;
    private final Passports passports;

    PassportsApi(CurrentFactory factory, Passports passports) {
        this.factory = factory;
        this.passports = passports;
    }

    record PassportOut(
            UUID unit,
            @Schema(example = "LW26-0004-001") String serial,
            Instant issuedAt,
            @Schema(example = "/passport/21/LW26-0004-001") String page) {
        static PassportOut of(Passport passport) {
            return new PassportOut(
                    passport.unit().value(),
                    passport.serial(),
                    passport.issuedAt(),
                    "/passport/21/" + passport.serial());
        }
    }

    record VerificationOut(
            boolean authentic,
            List<String> faults,

            @Schema(example = "Signed by its maker, not altered.")
            String words,

            @Nullable String serial,
            @Nullable String product,
            @Nullable String maker,
            @Nullable String keyFingerprint) {
        static VerificationOut of(Verification verification, Locale locale) {
            return new VerificationOut(
                    verification.valid(),
                    verification.faults(),
                    verification.words(locale),
                    verification.serial(),
                    verification.product(),
                    verification.maker(),
                    verification.keyFingerprint());
        }
    }

    @GetMapping
    @AllowedFor({Role.OPERATOR, Role.PLANNER, Role.QUALITY})
    @Operation(summary = "All passports, newest first")
    Items<PassportOut> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Items.page(
                passports.listPassports(factory.getId()),
                passport -> passport.unit().value(),
                after,
                limit,
                PassportOut::of);
    }

    @GetMapping("/{serial}")
    @Operation(summary = "The signed document of a unit, byte for byte")
    ResponseEntity<byte[]> document(@PathVariable String serial) {
        return ResponseEntity.ok()
                .contentType(JSON_LD)
                .body(passports.getPassport(serial).json().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping(
            path = "/verify",
            consumes = {"application/json", "application/ld+json"})
    @Operation(summary = "Check the seal of a document")
    VerificationOut verify(@RequestBody byte[] document, Locale locale) {
        return VerificationOut.of(passports.verify(new String(document, StandardCharsets.UTF_8)), locale);
    }
}
