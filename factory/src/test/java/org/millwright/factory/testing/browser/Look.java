package org.millwright.factory.testing.browser;

/** How wide a window is, how large it shows everything, whether its owner likes it dark, and their language. */
public record Look(int widthPx, double scale, boolean dark, String language) {
    public static final Look PHONE = new Look(390, 1, false, "en-GB");
    public static final Look TABLET = new Look(1024, 1, false, "en-GB");
    public static final Look DESK = new Look(1440, 1, false, "en-GB");

    /** A desk's window at 200 %. */
    public static final Look ZOOMED = new Look(720, 2, false, "en-GB");

    public Look inTheDark() {
        return new Look(widthPx, scale, true, language);
    }

    public Look in(String tag) {
        return new Look(widthPx, scale, dark, tag);
    }

    int heightPx() {
        return widthPx < 600 ? 844 : scale > 1 ? 450 : 900;
    }

    @Override
    public String toString() {
        return widthPx + (scale == 1 ? "" : "x" + (int) scale) + "-" + (dark ? "dark" : "light") + "-" + language;
    }
}
