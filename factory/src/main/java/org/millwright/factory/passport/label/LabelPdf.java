package org.millwright.factory.passport.label;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes a label as a PDF 1.7 page of the label's own size (ISO 32000-1). The text uses the two standard Helvetica fonts that
 * every reader brings; letters outside of Windows-1252 are printed as question marks, the QR code is not concerned.
 */
public final class LabelPdf {
    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final Charset WIN_ANSI = Charset.forName("windows-1252");

    private LabelPdf() {}

    public static byte[] draw(Label label) {
        byte[] content = content(label);
        List<byte[]> objects = List.of(
                bytes("<</Type/Catalog/Pages 2 0 R>>"),
                bytes("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
                bytes(String.format(
                        Locale.ROOT,
                        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 %s %s]/Contents 6 0 R/Resources<</Font<</F1 4 0 R/F2 5 0 R>>>>>>",
                        points(Label.WIDTH_MM),
                        points(Label.HEIGHT_MM))),
                bytes("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"),
                bytes("<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>"),
                stream(content));
        return document(objects);
    }

    private static byte[] content(Label label) {
        var content = new ByteArrayOutputStream();
        QrSymbol qr = QrSymbol.of(label.address());
        double module = Label.moduleMm(qr);
        for (Rectangle2D.Double dark : qr.dark()) {
            double left = Label.MARGIN_MM + (dark.x + QrSymbol.QUIET_ZONE) * module;
            double bottom = Label.MARGIN_MM + (dark.y + dark.height + QrSymbol.QUIET_ZONE) * module;
            content.writeBytes(bytes(String.format(
                    Locale.ROOT,
                    "%s %s %s %s re\n",
                    points(left),
                    points(Label.HEIGHT_MM - bottom),
                    points(dark.width * module),
                    points(dark.height * module))));
        }
        content.writeBytes(bytes("f\n"));
        for (Label.Line line : label.listLines()) {
            content.writeBytes(bytes(String.format(
                    Locale.ROOT,
                    "BT /%s %s Tf %s %s Td (",
                    line.bold() ? "F2" : "F1",
                    points(line.sizeMm()),
                    points(line.xMm()),
                    points(Label.HEIGHT_MM - line.yMm()))));
            content.writeBytes(escaped(line.text()));
            content.writeBytes(bytes(") Tj ET\n"));
        }
        return content.toByteArray();
    }

    private static byte[] document(List<byte[]> objects) {
        var pdf = new ByteArrayOutputStream();
        // Four bytes above 127 tell transfer programs that the file is binary.
        pdf.writeBytes("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n".getBytes(StandardCharsets.ISO_8859_1));
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(pdf.size());
            pdf.writeBytes(bytes((i + 1) + " 0 obj\n"));
            pdf.writeBytes(objects.get(i));
            pdf.writeBytes(bytes("\nendobj\n"));
        }
        int table = pdf.size();
        pdf.writeBytes(bytes(String.format(Locale.ROOT, "xref\n0 %d\n0000000000 65535 f \n", objects.size() + 1)));
        offsets.forEach(offset -> pdf.writeBytes(bytes(String.format(Locale.ROOT, "%010d 00000 n \n", offset))));
        pdf.writeBytes(bytes(String.format(
                Locale.ROOT, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", objects.size() + 1, table)));
        return pdf.toByteArray();
    }

    private static byte[] stream(byte[] content) {
        var stream = new ByteArrayOutputStream();
        stream.writeBytes(bytes("<</Length " + content.length + ">>\nstream\n"));
        stream.writeBytes(content);
        stream.writeBytes(bytes("endstream"));
        return stream.toByteArray();
    }

    private static byte[] escaped(String text) {
        String escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
        return escaped.getBytes(WIN_ANSI);
    }

    private static String points(double mm) {
        return String.format(Locale.ROOT, "%.3f", mm * POINTS_PER_MM);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
