package org.millwright.factory.design;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.millwright.geometry.Mesh;

/** Writes a solid as a 3MF package (3MF core specification 1.3) in millimetres, with the colour it is shown in. */
public final class ThreeMf {
    private ThreeMf() {}

    /** @param colour as {@code #rrggbb} */
    public static byte[] write(Mesh mesh, String colour) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, "[Content_Types].xml", """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Default Extension="model" ContentType="application/vnd.ms-package.3dmanufacturing-3dmodel+xml"/>
                    </Types>
                    """);
            put(zip, "_rels/.rels", """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Target="/3D/3dmodel.model" Id="rel0" Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/>
                    </Relationships>
                    """);
            put(zip, "3D/3dmodel.model", model(mesh, colour));
        } catch (IOException failed) {
            throw new UncheckedIOException("A package in memory could not be written.", failed);
        }
        return bytes.toByteArray();
    }

    private static String model(Mesh mesh, String colour) {
        var text = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <model unit="millimeter" xml:lang="en-US" xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02">
                <resources><basematerials id="1"><base name="chosen" displaycolor="%s"/></basematerials>
                <object id="2" type="model" pid="1" pindex="0"><mesh><vertices>
                """.formatted(colour));
        for (int i = 0; i < mesh.vertexCount(); i++) {
            text.append("<vertex x=\"")
                    .append(mesh.x(i))
                    .append("\" y=\"")
                    .append(mesh.y(i))
                    .append("\" z=\"")
                    .append(mesh.z(i))
                    .append("\"/>\n");
        }
        text.append("</vertices><triangles>\n");
        for (int t = 0; t < mesh.triangleCount(); t++) {
            text.append("<triangle v1=\"")
                    .append(mesh.corner(t, 0))
                    .append("\" v2=\"")
                    .append(mesh.corner(t, 1))
                    .append("\" v3=\"")
                    .append(mesh.corner(t, 2))
                    .append("\"/>\n");
        }
        return text.append("</triangles></mesh></object></resources><build><item objectid=\"2\"/></build></model>\n")
                .toString();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        var entry = new ZipEntry(name);
        // The same options give the same bytes.
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
