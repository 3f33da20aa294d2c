package org.millwright.geometry.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.millwright.geometry.DesignFile;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.Strictness;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.reading.dxf.DxfReader;
import org.millwright.geometry.reading.obj.ObjReader;
import org.millwright.geometry.reading.source.Numbers;
import org.millwright.geometry.reading.stl.AsciiStl;
import org.millwright.geometry.reading.stl.BinaryStl;
import org.millwright.geometry.reading.svg.SvgReader;
import org.millwright.geometry.reading.threemf.ThreeMfReader;

/** Reads a design file of any known format. The content decides which format it is; the name only where content cannot. */
public final class DesignReader {
    private static final int SNIFFED_BYTES = 4096;

    private DesignReader() {}

    /** As {@link #read(Path, String, ReadLimits, Strictness)}, leniently. */
    public static DesignFile read(Path file, String originalName, ReadLimits limits)
            throws UnreadableShape, IOException {
        return read(file, originalName, limits, Strictness.LENIENT);
    }

    /**
     * Reads an STL, OBJ, 3MF, DXF or SVG file; a STEP file when a {@link StepConverter} is installed.
     *
     * @param originalName the name the customer gave the file, for instance {@code bracket.stl}
     * @throws UnreadableShape when the content is broken, hostile, too large or of no known format; says where and what
     *     to do
     * @throws IOException when the file itself cannot be read
     */
    public static DesignFile read(Path file, String originalName, ReadLimits limits, Strictness strictness)
            throws UnreadableShape, IOException {
        long size = Files.size(file);
        if (size == 0) {
            throw new UnreadableShape("%s is empty.".formatted(originalName), "Maybe the upload broke off: try again.");
        }
        if (size > limits.fileBytes()) {
            throw new UnreadableShape(
                    "%s has %d bytes; at most %d are read.".formatted(originalName, size, limits.fileBytes()),
                    "Maybe export it with a coarser tolerance, or as binary STL or 3MF, which are smaller.");
        }
        byte[] head = head(file);
        return switch (FileFormat.of(head, size, originalName)) {
            case BINARY_STL -> BinaryStl.read(file, limits, strictness);
            case ASCII_STL -> AsciiStl.read(file, limits, strictness);
            case OBJ -> ObjReader.read(file, limits, strictness);
            case STEP -> StepFiles.read(file, originalName, limits, strictness);
            case THREE_MF -> ThreeMfReader.read(file, limits, strictness);
            case DXF -> DxfReader.read(file, limits);
            case SVG -> SvgReader.read(file, limits);
        };
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(SNIFFED_BYTES);
        }
    }

    /** What a file is, judged by its first bytes. */
    private enum FileFormat {
        BINARY_STL,
        ASCII_STL,
        OBJ,
        STEP,
        THREE_MF,
        DXF,
        SVG;

        private static final Set<String> OBJ_WORDS = Set.of("v", "o", "g", "s", "mtllib", "usemtl");
        private static final String UTF8_MARK = "\u00EF\u00BB\u00BF";

        static FileFormat of(byte[] head, long size, String name) throws UnreadableShape {
            if (isWholeBinaryStl(head, size)) {
                return BINARY_STL;
            }
            String text = new String(head, StandardCharsets.ISO_8859_1);
            text = text.startsWith(UTF8_MARK) ? text.substring(3) : text;
            String start = text.stripLeading().toLowerCase(Locale.ROOT);
            String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            if (start.startsWith("solid") && text.chars().noneMatch(c -> c == 0)) {
                return ASCII_STL;
            }
            if (start.matches("(?s)(999\\s.*\\n\\s*)?0\\s*\\n\\s*section\\b.*")) {
                return DXF;
            }
            if (start.startsWith("pk\u0003\u0004")) {
                return THREE_MF;
            }
            if (start.contains("<svg")) {
                return SVG;
            }
            if (startsAsObj(start)) {
                return OBJ;
            }
            if (start.startsWith("iso-10303-21")) {
                return STEP;
            }
            refuseKnownStranger(start, name);
            return switch (ending) {
                case "3mf" -> THREE_MF;
                case "svg" -> SVG;
                case "stl" -> BINARY_STL;
                case "dxf" -> DXF;
                case "obj" -> OBJ;
                default ->
                    throw new UnreadableShape(
                            "%s is in none of the known formats.".formatted(name),
                            "Export the design as STL, OBJ or 3MF (solids), or DXF or SVG (flat parts).");
            };
        }

        /** Comments and empty lines, then a keyword of the format. */
        private static boolean startsAsObj(String text) {
            String first = text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .findFirst()
                    .orElse("");
            String[] words = first.split("\\s+", 3);
            return OBJ_WORDS.contains(words[0])
                    && words.length > 1
                    && (!words[0].equals("v") || Double.isFinite(Numbers.parse(words[1])));
        }

        private static void refuseKnownStranger(String start, String name) throws UnreadableShape {
            String kind = start.startsWith("autocad binary dxf")
                    ? "a binary DXF drawing"
                    : start.startsWith("%pdf")
                            ? "a PDF document"
                            : start.matches("(?s)ac10\\d\\d.*") ? "a DWG drawing" : "";
            if (!kind.isEmpty()) {
                throw new UnreadableShape(
                        "%s is %s, which is not read.".formatted(name, kind),
                        "Export the design as STL, OBJ or 3MF (solids), or text DXF or SVG (flat parts).");
            }
        }

        private static boolean isWholeBinaryStl(byte[] head, long size) {
            if (head.length < BinaryStl.HEADER_BYTES) {
                return false;
            }
            long facets = Integer.toUnsignedLong(
                    ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(80));
            return size == BinaryStl.HEADER_BYTES + facets * BinaryStl.FACET_BYTES;
        }
    }
}
