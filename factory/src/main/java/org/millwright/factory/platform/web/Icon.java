package org.millwright.factory.platform.web;

import java.util.Map;

/** Line drawings of 24 by 24 for words that a picture helps, as SVG paths with a stroke. */
public final class Icon {
    private static final Map<String, String> PATHS = Map.ofEntries(
            Map.entry("home", "M4 11l8-7 8 7v9h-5v-6H9v6H4z"),
            Map.entry("shop", "M4 8h16l-1 12H5zM8 8a4 4 0 0 1 8 0"),
            Map.entry("orders", "M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6"),
            Map.entry("board", "M3 6h9M8 12h10M5 18h7"),
            Map.entry("floor", "M4 4h16v12H4zM8 20h8M12 16v4"),
            Map.entry("tasks", "M4 6l1.5 1.5L8 5M4 12l1.5 1.5L8 11M4 18l1.5 1.5L8 17M11 6h9M11 12h9M11 18h9"),
            Map.entry("materials", "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z"),
            Map.entry("quality", "M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6zM8.5 12l2.5 2.5 4.5-5"),
            Map.entry(
                    "settings",
                    "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM12 2v4M12 18v4M4.9 4.9l2.8 2.8M16.3 16.3l2.8 2.8M2 12h4M18 12h4"
                            + "M4.9 19.1l2.8-2.8M16.3 7.7l2.8-2.8"),
            Map.entry("search", "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5"),
            Map.entry("person", "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21c0-4 4-6 8-6s8 2 8 6"),
            Map.entry("waiting", "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 2"),
            Map.entry("running", "M7 4l13 8-13 8z"),
            Map.entry(
                    "attention",
                    "M8 13V6a1.5 1.5 0 0 1 3 0v5V4.5a1.5 1.5 0 0 1 3 0V11V6a1.5 1.5 0 0 1 3 0v8"
                            + "c0 4-2.5 7-6 7s-5-2-7-6l-1-2a1.5 1.5 0 0 1 2.600-1.5L8 13"),
            Map.entry("stopped", "M8 3h8l5 5v8l-5 5H8l-5-5V8z"),
            Map.entry("done", "M4 13l5 5L20 6"),
            Map.entry(
                    "why", "M9 9a3 3 0 1 1 4 3c-1 .5-1 1-1 2M12 17.5v.5M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19z"),
            Map.entry("close", "M5 5l14 14M19 5L5 19"),
            Map.entry("next", "M9 5l7 7-7 7"),
            Map.entry("back", "M15 5l-7 7 7 7"),
            Map.entry("plus", "M12 4v16M4 12h16"),
            Map.entry("upload", "M12 16V4M7 9l5-5 5 5M4 16v4h16v-4"),
            Map.entry("download", "M12 4v12M7 11l5 5 5-5M4 20h16"),
            Map.entry("scan", "M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M4 12h16"),
            Map.entry("clock", "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 2"),
            Map.entry("fast", "M4 5l8 7-8 7zM12 5l8 7-8 7z"),
            Map.entry("leaf", "M5 19C5 9 11 5 20 4c0 10-4 15-12 15M5 21c1-5 4-8 8-10"),
            Map.entry("price", "M4 12V4h8l9 9-8 8zM8 8v.1"),
            Map.entry(
                    "truck",
                    "M2 6h12v10H2zM14 10h4l4 3v3h-8M6 16a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM18 16a2 2 0 1 0 0 4 2 2 0 0 0 0-4z"),
            Map.entry("printer", "M4 4h16M12 4v5M9 9h6l-3 4zM5 20h14M8 20v-3h8v3"),
            Map.entry("laser", "M4 4h16M12 4v10M8 20l4-6 4 6M12 20v1"),
            Map.entry("moon", "M20 14A8.5 8.5 0 0 1 10 4a8.5 8.5 0 1 0 10 10z"),
            Map.entry("link", "M10 14a4 4 0 0 0 6 0l4-4a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-4 4a4 4 0 0 0 6 6l1-1"),
            Map.entry("pin", "M12 21s7-7 7-12a7 7 0 0 0-14 0c0 5 7 12 7 12zM12 7a2 2 0 1 0 0 4 2 2 0 0 0 0-4z"),
            Map.entry("print", "M7 8V3h10v5M5 8h14v8h-3v5H8v-5H5z"),
            Map.entry("trash", "M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14"),
            Map.entry("undo", "M9 14l-5-5 5-5M4 9h10a6 6 0 0 1 0 12h-3"),
            Map.entry("edit", "M4 20l1-5L16 4l4 4L9 19z"),
            Map.entry("wrench", "M14 6a5 5 0 0 1 6-2l-3 3 1 2 2 1 3-3a5 5 0 0 1-7 5l-8 8-3-3 8-8a5 5 0 0 1 1-3z"),
            Map.entry("box", "M12 3l8 4v10l-8 4-8-4V7zM4 7l8 4 8-4M12 11v10"),
            Map.entry("tag", "M4 12V4h8l9 9-8 8zM8 8v.1"),
            Map.entry("camera", "M4 7h4l2-3h4l2 3h4v12H4zM12 9.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7z"),
            Map.entry("layers", "M12 3l9 5-9 5-9-5zM3 12l9 5 9-5M3 16l9 5 9-5"),
            Map.entry("ruler", "M3 15L15 3l6 6L9 21zM7 11l2 2M10 8l3 3M13 5l2 2"));

    private Icon() {}

    /** The path data of a picture. Throws {@link IllegalArgumentException} when there is none of that name. */
    public static String path(String name) {
        String path = PATHS.get(name);
        if (path == null) {
            throw new IllegalArgumentException(
                    "There is no icon \"%s\".%nMaybe one of %s.".formatted(name, PATHS.keySet()));
        }
        return path;
    }
}
