package org.millwright.factory.passport.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The style of the passport's page, as the server also hands it out. */
final class PageStyle {
    private static final String FILE = "/static/css/passport.css";

    private PageStyle() {}

    static String text() {
        try (InputStream file = PageStyle.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("The program has no file %s.%nMaybe build it again.".formatted(FILE));
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
