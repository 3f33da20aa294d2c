package org.millwright.geometry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.millwright.geometry.reading.DesignReader;

/** Design files for tests, written as bytes and read back as a customer's upload would be. */
public final class Uploads {
    private Uploads() {}

    public static DesignFile read(byte[] bytes, String name) throws UnreadableShape {
        return read(bytes, name, ReadLimits.USUAL);
    }

    public static DesignFile read(byte[] bytes, String name, ReadLimits limits) throws UnreadableShape {
        return read(bytes, name, limits, Strictness.LENIENT);
    }

    public static DesignFile readStrictly(byte[] bytes, String name) throws UnreadableShape {
        return read(bytes, name, ReadLimits.USUAL, Strictness.STRICT);
    }

    public static DesignFile read(byte[] bytes, String name, ReadLimits limits, Strictness strictness)
            throws UnreadableShape {
        try {
            Path file = Files.createTempFile("design", ".upload");
            try {
                Files.write(file, bytes);
                return DesignReader.read(file, name, limits, strictness);
            } finally {
                Files.delete(file);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    public static byte[] model(String name) {
        try (InputStream in = Uploads.class.getResourceAsStream("models/" + name)) {
            return in.readAllBytes();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    public static byte[] binaryStl(Mesh mesh) {
        ByteBuffer bytes = ByteBuffer.allocate(84 + 50 * mesh.triangleCount()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(80).putInt(mesh.triangleCount());
        for (int triangle = 0; triangle < mesh.triangleCount(); triangle++) {
            bytes.putFloat(0).putFloat(0).putFloat(0);
            for (int corner = 0; corner < 3; corner++) {
                int vertex = mesh.corner(triangle, corner);
                bytes.putFloat((float) mesh.x(vertex));
                bytes.putFloat((float) mesh.y(vertex));
                bytes.putFloat((float) mesh.z(vertex));
            }
            bytes.putShort((short) 0);
        }
        return bytes.array();
    }

    public static String asciiSolid(String name, Mesh mesh) {
        var text = new StringBuilder("solid " + name + "\n");
        for (int triangle = 0; triangle < mesh.triangleCount(); triangle++) {
            text.append("  facet normal 0 0 0\n    outer loop\n");
            for (int corner = 0; corner < 3; corner++) {
                int vertex = mesh.corner(triangle, corner);
                text.append("      vertex %s %s %s\n".formatted(mesh.x(vertex), mesh.y(vertex), mesh.z(vertex)));
            }
            text.append("    endloop\n  endfacet\n");
        }
        return text.append("endsolid ").append(name).append("\n").toString();
    }

    /** A DXF file; entities are written like {@code LINE 10=0 20=0 11=5 21=0}, one in each line. */
    public static byte[] dxf(int insUnits, String blocks, String entities) {
        String text = "0\nSECTION\n2\nHEADER\n9\n$INSUNITS\n70\n%d\n0\nENDSEC\n".formatted(insUnits)
                + "0\nSECTION\n2\nBLOCKS\n" + groups(blocks) + "0\nENDSEC\n"
                + "0\nSECTION\n2\nENTITIES\n" + groups(entities) + "0\nENDSEC\n0\nEOF\n";
        return utf8(text);
    }

    public static byte[] dxf(String entities) {
        return dxf(4, "", entities);
    }

    private static String groups(String lines) {
        var text = new StringBuilder();
        for (String line :
                lines.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            String[] words = line.split("\\s+");
            text.append("0\n").append(words[0]).append('\n');
            for (int i = 1; i < words.length; i++) {
                text.append(words[i].replaceFirst("=", "\n")).append('\n');
            }
        }
        return text.toString();
    }

    /** A 3MF package around the content of a model element. */
    public static byte[] threeMf(String unit, String content) {
        return zip(Map.of("_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="r" Target="/3D/a.model" Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/>
                </Relationships>""", "3D/a.model", """
                <?xml version="1.0" encoding="UTF-8"?>
                <model unit="%s" xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02">%s</model>""".formatted(unit, content)));
    }

    public static String object(int id, Mesh mesh) {
        var text = new StringBuilder("<object id=\"%d\" type=\"model\"><mesh><vertices>".formatted(id));
        for (int vertex = 0; vertex < mesh.vertexCount(); vertex++) {
            text.append(
                    "<vertex x=\"%s\" y=\"%s\" z=\"%s\"/>".formatted(mesh.x(vertex), mesh.y(vertex), mesh.z(vertex)));
        }
        text.append("</vertices><triangles>");
        for (int triangle = 0; triangle < mesh.triangleCount(); triangle++) {
            text.append("<triangle v1=\"%d\" v2=\"%d\" v3=\"%d\"/>"
                    .formatted(mesh.corner(triangle, 0), mesh.corner(triangle, 1), mesh.corner(triangle, 2)));
        }
        return text.append("</triangles></mesh></object>").toString();
    }

    public static byte[] zip(Map<String, String> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(utf8(part.getValue()));
                zip.closeEntry();
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return bytes.toByteArray();
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
