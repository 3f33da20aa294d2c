package org.millwright.factory.testing.browser;

/** How wide a window is, whether its owner likes it dark, and their language. */
public record Look(int widthPx, boolean dark, String language) {
    public static final Look PHONE = new Look(390, false, "en-GB");
    public static final Look TABLET = new Look(1024, false, "en-GB");
    public static final Look DESK = new Look(1440, false, "en-GB");

    public Look inTheDark() {
        return new Look(widthPx, true, language);
    }

    public Look in(String tag) {
        return new Look(widthPx, dark, tag);
    }

    int heightPx() {
        return widthPx < 600 ? 844 : 900;
    }

    @Override
    public String toString() {
        return widthPx + "-" + (dark ? "dark" : "light") + "-" + language;
    }
}
