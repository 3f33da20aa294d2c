package org.millwright.factory.passport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.millwright.factory.passport.seal.CanonicalForm;
import org.millwright.factory.planning.unit.UnitId;
import org.millwright.factory.platform.PlatformSettings;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.platform.journal.StoredEntry;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.testing.FactoryTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@FactoryTest
@Import(MadeUnit.class)
class PassportsTest {
    @Autowired
    private Passports passports;

    @Autowired
    private MadeUnit made;

    @Autowired
    private Journal journal;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformSettings settings;

    @Autowired
    private Ids ids;

    @Test
    void aPassportSaysWhatTheJournalSays() {
        Passport passport = passports.issue(made.makeTwo("bracket.stl", 110).getFirst());
        Map<String, Object> document = CanonicalForm.read(passport.json());
        assertThat(at(document, "credentialSubject/product/name")).isEqualTo("bracket");
        assertThat(at(document, "credentialSubject/product/serialNumber")).isEqualTo(passport.serial());
        assertThat(at(document, "credentialSubject/product/batchNumber")).isEqualTo("B-1001");
        assertThat(at(document, "credentialSubject/product/countryOfProduction"))
                .isEqualTo("DE");
        assertThat(at(document, "credentialSubject/product/productionDate")).isEqualTo("2026-01-05");
        assertThat(at(document, "issuer/name")).isEqualTo("Workshop Berlin");
        assertThat(at(document, "credentialSubject/materialsProvenance/0/record/lotNumber"))
                .isEqualTo("PLA-2026-17");
        assertThat(at(document, "credentialSubject/materialsProvenance/0/mass/value"))
                .isEqualTo(15);
        assertThat(at(document, "credentialSubject/record/operations/0/machineName"))
                .isEqualTo("Printer 1");
        assertThat(at(document, "credentialSubject/record/operations/0/program/sha256"))
                .isEqualTo("ab".repeat(32));
        assertThat(at(document, "credentialSubject/record/operations/1/personRole"))
                .isEqualTo("inspector");
        assertThat(at(document, "credentialSubject/record/simulated")).isEqualTo(true);
        assertThat(at(document, "credentialSubject/record/measurements/0/valueMm"))
                .isEqualTo(40.1);
        assertThat((List<?>) at(document, "credentialSubject/record/measurements"))
                .hasSize(2);
        assertThat(passports.issue(passport.unit())).isEqualTo(passport);
    }

    @Test
    void theFootprintIsAmountTimesFactorOfTheUnitsShare() {
        Map<String, Object> document = CanonicalForm.read(
                passports.issue(made.makeTwo("bracket.stl", 110).getFirst()).json());
        assertThat(at(document, "credentialSubject/record/energy/electricityWh"))
                .isEqualTo(82.5);
        double material = 0.015 * 3.172499;
        double electricity = 0.0825 * 0.34206;
        double packing = 0.040 * 1.199725;
        double transport = (12.25 + 40) / 1e6 * 300 * 0.78225;
        assertThat((Double) at(document, "credentialSubject/record/footprint/totalKgCo2e"))
                .isCloseTo(material + electricity + packing + transport, within(2e-6));
        assertThat((Double) at(document, "credentialSubject/emissionsScorecard/carbonFootprint"))
                .isCloseTo(material + electricity + packing, within(2e-6));
        assertThat(at(document, "credentialSubject/record/footprint/terms/0/factor/proxy"))
                .isEqualTo(true);
        assertThat((String) at(document, "credentialSubject/record/footprint/terms/0/factor/source"))
                .contains("DESNZ/Defra");
    }

    @Test
    void energyIsComputedFromTheMeanPowerWhenTheMachineReportsNone() {
        Map<String, Object> document = CanonicalForm.read(
                passports.issue(made.makeTwo("bracket.stl", -1).getLast()).json());
        // 120 W for an hour, a quarter of it.
        assertThat(at(document, "credentialSubject/record/energy/electricityWh"))
                .isEqualTo(30);
        assertThat(at(document, "credentialSubject/record/energy/basis")).isEqualTo("running-power");
    }

    @Test
    void aPassportVerifiesAndItsKeyIsKnownWhereItWasIssued() {
        Passport passport = passports.issue(made.makeTwo("bracket.stl", 110).getFirst());
        StoredEntry issued = journal.listAbout(passport.unit().value()).getLast();
        assertThat(issued.type()).isEqualTo("PassportIssued");
        Verification alone = PassportVerifier.verify(passport.json());
        assertThat(alone.valid()).isTrue();
        assertThat(alone.keyKnown()).isFalse();
        assertThat(alone.words()).contains(passport.serial(), "Workshop Berlin", "compare");
        assertThat(passports.verify(passport.json(), Set.of(issued.factory())).keyKnown())
                .isTrue();
        assertThat(alone.keyFingerprint()).isEqualTo(issued.payload().get("keyFingerprint"));
        assertThat(PassportVerifier.verify(passport.json(), Set.of("another")).faults())
                .containsExactly("KEY_UNKNOWN");
    }

    @Test
    void anyChangedByteIsFound() {
        String json = passports
                .issue(made.makeTwo("Halter für Straße 😀.stl", 110).getFirst())
                .json();
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        assertThat(PassportVerifier.verify(json).valid()).isTrue();
        long seed = 21;
        Random random = new Random(seed);
        int proof = json.indexOf("\"proof\"");
        for (int i = 0; i < 1200; i++) {
            // Every byte of the seal, and a sample of the rest.
            int place = proof + i < bytes.length ? proof + i : random.nextInt(bytes.length);
            byte[] changed = bytes.clone();
            changed[place] ^= (byte) (1 << random.nextInt(8));
            String text = new String(changed, StandardCharsets.UTF_8);
            assertThat(PassportVerifier.verify(text).valid())
                    .as("seed %d, byte %d of %s", seed, place, text)
                    .isFalse();
        }
    }

    @Test
    void whatIsWrongIsNamed() {
        List<UnitId> units = made.makeTwo("bracket.stl", 110);
        String json = passports.issue(units.getFirst()).json();
        String other =
                passports.issue(made.makeTwo("bracket.stl", 110).getFirst()).json();
        assertThat(PassportVerifier.verify(json.replace("PLA-2026-17", "PLA-2026-18"))
                        .words())
                .contains("NOT", "something was changed after signing");
        assertThat(PassportVerifier.verify(json.replace(",\"", ", \"")).faults())
                .containsExactly("REFORMATTED");
        assertThat(PassportVerifier.verify(json.substring(0, 500)).faults()).containsExactly("NOT_JSON");
        assertThat(PassportVerifier.verify("{}").faults()).containsExactly("NO_SEAL");
        // Another factory's seal under this document.
        String swapped = json.replace(jws(json), jws(other));
        assertThat(PassportVerifier.verify(swapped).faults()).containsExactly("SIGNATURE_WRONG");
    }

    @Test
    void theJournalMustSayEnough() {
        UnitId unknown = new UnitId(ids.next());
        assertThatThrownBy(() -> passports.issue(unknown))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("UnitCreated");
        assertThatThrownBy(() -> passports.getPassport("MW-0")).hasMessageContaining("MW-0");
    }

    @Test
    void aPassportThatWasGivenOutStaysAsItIs() {
        passports.issue(made.makeTwo("bracket.stl", 110).getFirst());
        assertThatThrownBy(() ->
                        jdbc.sql("update passport.passport set document = '{}'").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("stays as it is");
    }

    @Test
    void theKeyIsReadableByItsOwnerAlone() throws Exception {
        passports.issue(made.makeTwo("bracket.stl", 110).getFirst());
        try (Stream<Path> files = Files.list(settings.data().resolve("keys"))) {
            assertThat(files.toList())
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void theCodeOnTheSvgLabelLeadsToThePassport() throws Exception {
        Passport passport =
                passports.issue(made.makeTwo("bracket <1> & \"2\".stl", 110).getFirst());
        String svg = passports.labelSvg(passport.serial());
        assertThat(svg).contains("width=\"70.0mm\"", passport.serial(), "bracket &lt;1&gt; &amp;");
        Matcher path = Pattern.compile("translate\\((\\S+) (\\S+)\\) scale\\((\\S+)\\).* d=\"([^\"]*)\"")
                .matcher(svg);
        assertThat(path.find()).isTrue();
        double scale = Double.parseDouble(path.group(3));
        Matcher dark =
                Pattern.compile("M(\\S+) (\\S+)h([0-9.]+)v([0-9.]+)h-[0-9.]+z").matcher(path.group(4));
        BufferedImage image = paper();
        while (dark.find()) {
            draw(
                    image,
                    Double.parseDouble(path.group(1)) + Double.parseDouble(dark.group(1)) * scale,
                    Double.parseDouble(path.group(2)) + Double.parseDouble(dark.group(2)) * scale,
                    Double.parseDouble(dark.group(3)) * scale,
                    Double.parseDouble(dark.group(4)) * scale);
        }
        assertThat(read(image)).isEqualTo("http://localhost:8080/passport/21/" + passport.serial());
    }

    @Test
    void theCodeOnThePdfLabelLeadsToThePassport() throws Exception {
        Passport passport = passports.issue(made.makeTwo("bracket.stl", 110).getFirst());
        String pdf = new String(passports.labelPdf(passport.serial()), StandardCharsets.ISO_8859_1);
        assertThat(pdf).startsWith("%PDF-1.7").endsWith("%%EOF\n").contains("(" + passport.serial() + ") Tj");
        int table = Integer.parseInt(pdf.substring(pdf.indexOf("startxref\n") + 10, pdf.lastIndexOf("\n%%EOF")));
        assertThat(pdf.substring(table)).startsWith("xref");
        BufferedImage image = paper();
        Matcher dark = Pattern.compile("(?m)^(\\S+) (\\S+) (\\S+) (\\S+) re$").matcher(pdf);
        double mm = 25.4 / 72;
        while (dark.find()) {
            double height = Double.parseDouble(dark.group(4)) * mm;
            draw(
                    image,
                    Double.parseDouble(dark.group(1)) * mm,
                    40 - Double.parseDouble(dark.group(2)) * mm - height,
                    Double.parseDouble(dark.group(3)) * mm,
                    height);
        }
        assertThat(read(image)).endsWith("/passport/21/" + passport.serial());
    }

    @Test
    void thePageNeedsNothingElseAndCarriesTheDocument() {
        Passport passport =
                passports.issue(made.makeTwo("<b>bracket</b>.stl", 110).getFirst());
        String html = passports.html(passport.serial(), Locale.ENGLISH);
        assertThat(html)
                .contains(
                        "&lt;b&gt;bracket&lt;/b&gt;",
                        passport.serial(),
                        "PLA-2026-17",
                        "(simulated)",
                        "As its maker signed it")
                .contains("Length in x", "40 mm", "Inspector", "Proxy:", "DESNZ/Defra", "Collect clean PLA")
                .doesNotContain("<b>bracket", "src=", "<script", "stylesheet", "@import", "url(");
        String encoded = html.substring(html.indexOf("base64,") + 7, html.indexOf("\">Save the signed document"));
        assertThat(new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8))
                .isEqualTo(passport.json());
    }

    private static String jws(String json) {
        return String.valueOf(at(CanonicalForm.read(json), "proof/jws"));
    }

    private static Object at(Object value, String path) {
        for (String step : path.split("/")) {
            value = value instanceof List<?> list ? list.get(Integer.parseInt(step)) : ((Map<?, ?>) value).get(step);
        }
        return value;
    }

    /** 70 mm × 40 mm at 20 dots a millimetre. */
    private static BufferedImage paper() {
        BufferedImage image = new BufferedImage(1400, 800, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1400, 800);
        pen.dispose();
        return image;
    }

    private static void draw(BufferedImage image, double x, double y, double width, double height) {
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.BLACK);
        pen.fill(new Rectangle2D.Double(x * 20, y * 20, width * 20, height * 20));
        pen.dispose();
    }

    private static String read(BufferedImage image) throws Exception {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        RGBLuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }
}
