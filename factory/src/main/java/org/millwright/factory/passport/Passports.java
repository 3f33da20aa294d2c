package org.millwright.factory.passport;

import gg.jte.TemplateEngine;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.millwright.factory.passport.document.MissingFact;
import org.millwright.factory.passport.document.PassportDocument;
import org.millwright.factory.passport.document.UnitHistory;
import org.millwright.factory.passport.label.LabelPdf;
import org.millwright.factory.passport.label.LabelSvg;
import org.millwright.factory.passport.page.PassportPage;
import org.millwright.factory.passport.page.ServedWith;
import org.millwright.factory.passport.seal.Seal;
import org.millwright.factory.passport.seal.SigningKey;
import org.millwright.factory.passport.seal.SigningKeys;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.platform.clock.FactoryClock;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.platform.journal.JournalEntry;
import org.millwright.factory.platform.journal.StoredEntry;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.problem.Problem.Kind;
import org.millwright.factory.platform.text.Texts;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The passports of this installation's units. Each is composed once, from the journal alone, and never changes. */
@Service
@Transactional
@EnableConfigurationProperties(PassportSettings.class)
public class Passports {
    private final PassportStore store;
    private final Journal journal;
    private final SigningKeys keys;
    private final PassportSettings settings;
    private final Texts texts;
    private final TemplateEngine templates;
    private final FactoryClock clock;
    private final ApplicationEventPublisher events;

    Passports(
            PassportStore store,
            Journal journal,
            SigningKeys keys,
            PassportSettings settings,
            Texts texts,
            TemplateEngine templates,
            FactoryClock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.journal = journal;
        this.keys = keys;
        this.settings = settings;
        this.texts = texts;
        this.templates = templates;
        this.clock = clock;
        this.events = events;
    }

    /**
     * The unit's passport, composed and signed now when it has none yet.
     *
     * @throws Problem {@code passport-incomplete} when the journal does not say enough, naming what it does not say
     */
    public Passport issue(UnitId unit) {
        return store.find(unit).orElseGet(() -> compose(unit));
    }

    /** @throws Problem {@code passport-missing} */
    @Transactional(readOnly = true)
    public Passport getPassport(String serial) {
        return findPassport(serial)
                .orElseThrow(() -> Problem.of(Kind.NOT_FOUND, "passport-missing", Map.of("serial", serial)));
    }

    @Transactional(readOnly = true)
    public Optional<Passport> findPassport(String serial) {
        return store.find(serial);
    }

    @Transactional(readOnly = true)
    public Optional<Passport> findPassport(UnitId unit) {
        return store.find(unit);
    }

    /** All passports of a factory, oldest first. */
    @Transactional(readOnly = true)
    public List<Passport> listPassports(FactoryId factory) {
        return store.list(factory);
    }

    /** What people compare to know that a passport is this factory's (RFC 7638 thumbprint). */
    public String keyFingerprint(FactoryId factory) {
        return keys.of(factory).publicKey().fingerprint();
    }

    /** Checks a passport of any maker; the keys of the given factories of this installation count as known. */
    public Verification verify(String json, Set<FactoryId> factories) {
        Verification verification = PassportVerifier.verify(json);
        String fingerprint = verification.keyFingerprint();
        boolean known =
                factories.stream().anyMatch(factory -> keyFingerprint(factory).equals(fingerprint));
        return known ? PassportVerifier.verify(json, Set.of(String.valueOf(fingerprint))) : verification;
    }

    /** Checks a passport of any maker by itself. */
    public Verification verify(String json) {
        return PassportVerifier.verify(json);
    }

    /** The label to print, 70 mm × 40 mm. */
    @Transactional(readOnly = true)
    public byte[] labelPdf(String serial) {
        return LabelPdf.draw(page(serial, Locale.ENGLISH).label());
    }

    /** The label as a picture in true size. */
    @Transactional(readOnly = true)
    public String labelSvg(String serial) {
        return LabelSvg.draw(page(serial, Locale.ENGLISH).label());
    }

    /** The passport as one page that needs nothing else: no network, no other file. */
    @Transactional(readOnly = true)
    public String html(String serial, Locale locale) {
        return page(serial, locale).html(templates);
    }

    /** The passport as the server's page, with what only a server can add; its style is {@code /css/passport.css}. */
    @Transactional(readOnly = true)
    public String servedHtml(String serial, Locale locale, ServedWith with) {
        return page(serial, locale).servedHtml(templates, with);
    }

    private PassportPage page(String serial, Locale locale) {
        Passport passport = getPassport(serial);
        return new PassportPage(passport.json(), verify(passport.json()).valid(), texts, locale);
    }

    private Passport compose(UnitId unit) {
        List<StoredEntry> entries = journal.listAbout(unit.value());
        if (entries.isEmpty()) {
            throw incomplete(unit, "UnitCreated");
        }
        FactoryId factory = entries.getFirst().factory();
        SigningKey key = keys.of(factory);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> document;
        Map<String, Object> created;
        try {
            UnitHistory history = new UnitHistory(unit.value(), entries, journal.listAbout(factory.value()));
            created = history.createdPayload();
            String repair = texts.text("passport.repair." + repairKind(created), Map.of(), Locale.ENGLISH);
            List<StoredEntry> machine =
                    history.machine().map(journal::listAbout).orElse(List.of());
            String address = settings.addressOf(String.valueOf(created.get("serial")));
            document = new PassportDocument(history, machine, repair)
                    .compose(key.publicKey().did(), address, now);
        } catch (MissingFact missing) {
            throw incomplete(unit, missing.fact());
        }
        String json = Seal.sign(document, key.key(), key.publicKey());
        Passport passport = new Passport(unit, String.valueOf(created.get("serial")), json, now);
        if (!store.insert(factory, passport)) {
            return store.find(unit).orElseThrow();
        }
        journal.record(new JournalEntry(
                factory,
                Actor.system(),
                "PassportIssued",
                "unit",
                unit.value(),
                null,
                Map.of(
                        "serial", passport.serial(),
                        "sha256", Sha256.of(json),
                        "keyFingerprint", key.publicKey().fingerprint())));
        events.publishEvent(new PassportIssued(unit, UUID.fromString(String.valueOf(created.get("reference")))));
        return passport;
    }

    private String repairKind(Map<String, Object> created) {
        String process = String.valueOf(created.get("process"));
        return texts.has("passport.repair." + process) ? process : "other";
    }

    private static Problem incomplete(UnitId unit, String fact) {
        return Problem.of(Kind.REFUSED, "passport-incomplete", Map.of("unit", unit, "fact", fact));
    }
}
