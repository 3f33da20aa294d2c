package org.millwright.geometry.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.millwright.geometry.Uploads.read;
import static org.millwright.geometry.Uploads.readStrictly;
import static org.millwright.geometry.Uploads.zip;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Severity;
import org.millwright.geometry.UnreadableShape;

/** One sound package, and what happens to it when one text in it is replaced by another. */
class ThreeMfRulesTest {
    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <model unit="millimeter" xml:lang="en" xmlns="http://schemas.microsoft.com/3dmanufacturing/core/2015/02"
              xmlns:m="http://schemas.microsoft.com/3dmanufacturing/material/2015/02" xmlns:z="urn:other"
              xmlns:b="http://schemas.microsoft.com/3dmanufacturing/beamlattice/2017/02"
              xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
            <metadata name="Title">Tetrahedron</metadata>
            <metadata name="Designer">Somebody</metadata>
            <resources>
            <basematerials id="1"><base name="PLA" displaycolor="#0000FF"/><base name="ABS" displaycolor="#FF0000"/></basematerials>
            <m:texture2d id="2" path="/3D/logo.png" contenttype="image/png"/>
            <m:colorgroup id="3"><m:color color="#FFFFFF"/><m:color color="#00000080"/></m:colorgroup>
            <m:texture2dgroup id="4" texid="2"><m:tex2coord u="0" v="0"/></m:texture2dgroup>
            <m:compositematerials id="5" matid="1" matindices="0 1"><m:composite values="0.5 0.5"/></m:compositematerials>
            <m:multiproperties id="6" pids="1 3"><m:multi pindices="0 0"/></m:multiproperties>
            <object id="7" type="model" pid="1" pindex="0"><mesh>
            <vertices><vertex x="0" y="0" z="0"/><vertex x="9" y="0" z="0"/><vertex x="0" y="9" z="0"/><vertex x="0" y="0" z="9"/></vertices>
            <triangles><triangle v1="0" v2="2" v3="1"/><triangle v1="0" v2="1" v3="3" pid="3" p1="1"/>
            <triangle v1="1" v2="2" v3="3"/><triangle v1="2" v2="0" v3="3"/></triangles>
            </mesh></object>
            </resources>
            <build><item objectid="7"/></build>
            </model>
            """;

    private static final String RELATIONS = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="a" Target="/3D/part.model" Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/>
            <Relationship Id="b" Target="3D/logo.png" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"/>
            </Relationships>""";

    @Test
    void soundPackageIsReadStrictly() throws UnreadableShape {
        assertThat(readStrictly(packed(MODEL, RELATIONS), "a.3mf").remarks()).isEmpty();
        String foreign = MODEL.replace("<object id", "<object z:note='fine' id")
                .replace("</metadata>\n<resources>", "</metadata><z:x/><resources>");
        assertThat(readStrictly(packed(foreign, RELATIONS), "a.3mf").remarks()).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "name=\"Designer\"         | name=\"Title\"                | metadata 'Title' twice",
                "name=\"Designer\"         | z:name=\"Designer\"           | metadata without a name",
                "xml:lang=\"en\"           | xml:space=\"preserve\"        | attribute space on a model",
                "<vertices>                | <vertices z:note=\"1\">       | attribute note on a vertices",
                "<triangles>               | <triangles colour=\"1\">      | attribute colour on a triangles",
                "<mesh>                    | <mesh><hole/>                 | a hole inside a mesh",
                "encoding=\"UTF-8\"        | encoding=\"ISO-8859-1\"       | encoding ISO-8859-1",
                "</resources>              | </resources><resources/>      | second resources",
                "id=\"4\"                  | id=\"3\"                      | resource id '3' twice",
                "displaycolor=\"#0000FF\"  | displaycolor=\"blue\"         | colour 'blue'",
                "<m:color color=\"#FFFFFF\"/> | <m:color/>                 | color without color",
                "contenttype=\"image/png\" | contenttype=\"image/gif\"     | type 'image/gif'",
                "path=\"/3D/logo.png\"     | path=\"/3D/none.png\"         | does not hold",
                "texid=\"2\"               | texid=\"3\"                   | no texture2d",
                "matid=\"1\"               | matid=\"3\"                   | no basematerials",
                "matindices=\"0 1\"        | matindices=\"0 2\"            | entry 2",
                "matindices=\"0 1\"        | z:x=\"0\"                     | without matindices",
                "pids=\"1 3\"              | z:x=\"1\"                     | without pids",
                "pids=\"1 3\"              | pids=\"1 5\"                  | two layers",
                "pids=\"1 3\"              | pids=\"3 3\"                  | two layers of colorgroup",
                "pids=\"1 3\"              | pids=\"1 9\"                  | layer '9'",
                "type=\"model\"            | type=\"mountain\"             | unknown type 'mountain'",
                "type=\"model\"            | type=\"other\"                | no item may",
                "pid=\"1\" pindex=\"0\"    | pindex=\"0\"                  | pindex but without pid",
                "pid=\"1\" pindex=\"0\"    | pid=\"1\"                     | pid but without pindex",
                "pid=\"1\" pindex=\"0\"    | pid=\"1\" pindex=\"7\"        | entry 7",
                "pid=\"3\" p1=\"1\"        | pid=\"30\" p1=\"1\"           | group '30'",
                "v1=\"0\" v2=\"2\" v3=\"1\" | v1=\"0\" v2=\"1\" v3=\"1\"   | uses a vertex twice"
            })
    void brokenRulesAreRefusedStrictlyAndRemarkedOtherwise(String sound, String broken, String reason)
            throws UnreadableShape {
        assertThat(MODEL).contains(sound);
        byte[] bytes = packed(MODEL.replaceFirst(java.util.regex.Pattern.quote(sound), broken), RELATIONS);
        assertThatExceptionOfType(UnreadableShape.class)
                .isThrownBy(() -> readStrictly(bytes, "a.3mf"))
                .withMessageContaining(reason);
        boolean looksAtTriangles = reason.contains("vertex twice") || reason.contains("'30'");
        if (!looksAtTriangles) {
            assertThat(read(bytes, "a.3mf").remarks())
                    .extracting(Finding::check)
                    .containsExactly("format-rules");
        }
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "3D/logo.png  | C:/logo.png       | outside of the package",
                "3D/logo.png  | http://x.org/l.png | outside of the package",
                "3D/logo.png  | 3D/none.png       | does not hold",
                "Id=\"b\"     | Id=\"a\"          | two relationships with the id 'a'",
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail | http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel | 2 relationships to a 3D model"
            })
    void brokenRelationshipsAreRefusedStrictly(String sound, String broken, String reason) throws UnreadableShape {
        byte[] bytes = packed(MODEL, RELATIONS.replace(sound, broken));
        assertThatExceptionOfType(UnreadableShape.class)
                .isThrownBy(() -> readStrictly(bytes, "a.3mf"))
                .withMessageContaining(reason);
        assertThat(read(bytes, "a.3mf").remarks()).extracting(Finding::check).containsExactly("format-rules");
    }

    @Test
    void ignorableMarkupMayStandAnywhere() throws UnreadableShape {
        String ignorable =
                MODEL.replace("<model ", "<model mc:Ignorable='z' ").replace("<vertices>", "<vertices z:note='1'>");
        assertThat(readStrictly(packed(ignorable, RELATIONS), "a.3mf").remarks())
                .isEmpty();
    }

    @Test
    void beamsAreCountedAndBlock() throws UnreadableShape {
        String beams = MODEL.replace("<model ", "<model requiredextensions='b' ")
                .replace(
                        "</mesh>",
                        "<b:beamlattice radius='0.4' minlength='0.1'><b:beams><b:beam v1='0' v2='1'/>"
                                + "<b:beam v1='1' v2='2' r1='0.3'/></b:beams></b:beamlattice></mesh>");
        assertThat(readStrictly(packed(beams, RELATIONS), "a.3mf").remarks())
                .singleElement()
                .satisfies(remark -> {
                    assertThat(remark.check()).isEqualTo("beam-lattice");
                    assertThat(remark.severity()).isEqualTo(Severity.BLOCKING);
                    assertThat(remark.arguments()).containsEntry("count", 2).containsEntry("thinnest", 0.6);
                });
    }

    private static byte[] packed(String model, String relations) {
        var parts = new HashMap<String, String>(Map.of("3D/part.model", model, "_rels/.rels", relations));
        parts.put("3D/logo.png", "not looked into");
        return zip(parts);
    }
}
