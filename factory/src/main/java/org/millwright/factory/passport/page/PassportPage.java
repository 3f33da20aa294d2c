package org.millwright.factory.passport.page;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.millwright.factory.passport.label.Label;
import org.millwright.factory.passport.label.LabelSvg;
import org.millwright.factory.passport.seal.CanonicalForm;
import org.millwright.factory.passport.seal.SealCheck;
import org.millwright.factory.platform.text.Texts;

/**
 * A passport as people read it, on label and page. It shows what the signed document says and nothing else, and carries
 * the document itself.
 */
public final class PassportPage {
    private final String json;
    private final boolean valid;
    private final Texts texts;
    private final Locale locale;
    private final Fields document;

    /**
     * @param json the signed document
     * @param valid whether its seal holds
     */
    public PassportPage(String json, boolean valid, Texts texts, Locale locale) {
        this.json = json;
        this.valid = valid;
        this.texts = texts;
        this.locale = locale;
        this.document = new Fields(CanonicalForm.read(json));
    }

    /** One page without any other resource, to be kept as a file. */
    public String html(TemplateEngine templates) {
        return render(templates, Map.of("page", this, "style", PageStyle.text()));
    }

    /** The page as the server shows it: its style is a file of its own, since pages may not carry any inside. */
    public String servedHtml(TemplateEngine templates, ServedWith with) {
        return render(templates, Map.of("page", this, "served", with));
    }

    private static String render(TemplateEngine templates, Map<String, Object> parameters) {
        var html = new StringOutput();
        templates.render("passports/passport.jte", parameters, html);
        return html.toString();
    }

    public Label label() {
        return new Label(
                address(), product(), List.of(serial(), maker(), place(), madeOn(), text("passport.label.scan")));
    }

    public String text(String key) {
        return texts.text(key, Map.of(), locale);
    }

    public String text(String key, String gap, Object value) {
        return texts.text(key, Map.of(gap, value), locale);
    }

    /** A text with several gaps. */
    public String text(String key, Map<String, ?> gaps) {
        return texts.text(key, gaps, locale);
    }

    public String language() {
        return locale.toLanguageTag();
    }

    public boolean valid() {
        return valid;
    }

    public boolean simulated() {
        return record().truth("simulated");
    }

    public String product() {
        return productFields().text("name");
    }

    public String serial() {
        return productFields().text("serialNumber");
    }

    public String batch() {
        return productFields().text("batchNumber");
    }

    public String address() {
        return document.text("id");
    }

    public String maker() {
        return document.map("issuer").text("name");
    }

    public String place() {
        Fields address = productFields().map("producedAtFacility").map("address");
        String country = Locale.of("", address.text("addressCountry")).getDisplayCountry(locale);
        return address.text("addressLocality") + ", " + country;
    }

    public String madeOn() {
        return productFields().text("productionDate");
    }

    public String size() {
        Fields dimensions = productFields().map("dimensions");
        if (!dimensions.has("length")) {
            return "";
        }
        return figure(dimensions.map("length").number("value"), 1) + " × "
                + figure(dimensions.map("width").number("value"), 1) + " × "
                + figure(dimensions.map("height").number("value"), 1) + " mm";
    }

    public Fields design() {
        return record().map("design");
    }

    public Fields energy() {
        return record().map("energy");
    }

    public String repair() {
        return record().map("care").text("repair");
    }

    public List<MaterialRow> materials() {
        return subject().list("materialsProvenance").stream()
                .map(material -> MaterialRow.of(material, this))
                .toList();
    }

    public List<OperationRow> operations() {
        return record().list("operations").stream()
                .map(operation -> OperationRow.of(operation, this))
                .toList();
    }

    public List<MeasurementRow> measurements() {
        return record().list("measurements").stream()
                .map(measurement -> MeasurementRow.of(measurement, this))
                .toList();
    }

    public String footprint() {
        return figure(record().map("footprint").number("totalKgCo2e"), 3);
    }

    public List<CarbonRow> carbon() {
        double total = record().map("footprint").number("totalKgCo2e");
        return record().map("footprint").list("terms").stream()
                .map(term -> CarbonRow.of(term, total, this))
                .toList();
    }

    public String fingerprint() {
        var key = SealCheck.of(json).key();
        return key == null ? "" : key.fingerprint();
    }

    /** The signed document as an address that needs no server, for saving it byte for byte. */
    public String download() {
        return "data:application/ld+json;base64,"
                + Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The QR code as SVG. */
    public String qr() {
        return LabelSvg.qr(address());
    }

    /** A number with at most so many decimals, as the language writes it. */
    public String figure(double value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        // A small amount that is not nothing must not be shown as nothing.
        boolean vanishes = value != 0 && Math.abs(value) < Math.pow(10, -decimals);
        format.setMaximumFractionDigits(vanishes ? decimals + 4 : decimals);
        return format.format(value);
    }

    Words words() {
        return new Words(texts, locale);
    }

    private Fields subject() {
        return document.map("credentialSubject");
    }

    private Fields productFields() {
        return subject().map("product");
    }

    private Fields record() {
        return subject().map("record");
    }
}
