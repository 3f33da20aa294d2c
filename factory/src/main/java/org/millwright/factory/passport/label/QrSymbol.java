package org.millwright.factory.passport.label;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.graphics.Rectangle;

/**
 * A QR code as dark rectangles.
 *
 * @param modules width and height in modules, without the quiet zone
 * @param dark rectangles in modules
 */
public record QrSymbol(int modules, List<Rectangle2D.Double> dark) {
    /** The light border that readers need around it, in modules (ISO/IEC 18004). */
    public static final int QUIET_ZONE = 4;

    /** Level M survives 15 % damage: a scratch on a label. */
    public static QrSymbol of(String text) {
        QrCode code = new QrCode();
        code.setPreferredEccLevel(QrCode.EccLevel.M);
        code.setContent(text);
        List<Rectangle2D.Double> dark = new ArrayList<>();
        for (Rectangle rectangle : code.getRectangles()) {
            dark.add(new Rectangle2D.Double(rectangle.x, rectangle.y, rectangle.width, rectangle.height));
        }
        return new QrSymbol(code.getWidth(), List.copyOf(dark));
    }
}
