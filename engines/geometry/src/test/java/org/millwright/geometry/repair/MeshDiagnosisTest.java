package org.millwright.geometry.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.millwright.geometry.Solids.box;
import static org.millwright.geometry.Solids.cylinder;
import static org.millwright.geometry.Solids.insideOut;
import static org.millwright.geometry.Solids.together;
import static org.millwright.geometry.Uploads.model;
import static org.millwright.geometry.Uploads.read;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.geometry.Finding;
import org.millwright.geometry.FindingTexts;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.mesh.MeshMeasures;

class MeshDiagnosisTest {
    @ParameterizedTest
    @CsvSource({
        "own-tslot-cracked_2e-4.stl, REVIEW cracks",
        "own-tslot-tjunction.stl, REVIEW corners-on-edges",
        "own-tslot-overlap2.stl, REVIEW overlapping-bodies",
        "own-tslot-holes4.stl, WARNING open-edges",
        "own-tslot-inverted.stl, REVIEW inside-out",
        "own-tslot-mixed_orientation.stl, WARNING misoriented-faces",
        "own-tslot-degenerate.stl, GOOD degenerate-faces",
    })
    void damageIsToldByItsCause(String name, String told) throws UnreadableShape {
        assertThat(told((Mesh) read(model(name), name).shape())).containsExactly(told);
    }

    @Test
    void bodiesApartAreSeveralAndBodiesInEachOtherOverlap() {
        assertThat(told(together(box(0, 0, 0, 10, 10, 10), box(30, 0, 0, 10, 10, 10))))
                .containsExactly("REVIEW several-shells");
        assertThat(told(together(box(0, 0, 0, 10, 10, 10), box(5, 4, 3, 10, 10, 10))))
                .containsExactly("REVIEW overlapping-bodies");
    }

    @Test
    void largeBodiesAreToldApartWithoutUnitingThem() {
        // Too many faces to unite them for a finding: 1,600 for each disc.
        Mesh disc = cylinder(10, 4, 400);
        assertThat(counted(together(disc, disc.moved(11, 3, 1), disc.moved(60, 0, 0))))
                .containsExactly("REVIEW overlapping-bodies 3", "REVIEW several-shells 2");
        assertThat(counted(together(disc, disc.moved(20.5, 0, 0), disc.moved(0, 0, 4.1))))
                .containsExactly("REVIEW several-shells 3");
        // Boxes meet, bodies do not.
        assertThat(counted(together(disc, disc.moved(15, 15, 0), disc.moved(15, -15, 0))))
                .containsExactly("REVIEW several-shells 3");
        Mesh inner = cylinder(6, 2, 400).moved(0, 0, 1);
        assertThat(counted(together(disc, inner))).containsExactly("REVIEW overlapping-bodies 2");
        assertThat(counted(together(disc, insideOut(inner)))).containsExactly("REVIEW several-shells 2");
    }

    @Test
    void aSoundPartHasNoCauseToBeTold() {
        assertThat(told(box(0, 0, 0, 10, 10, 10))).containsExactly("GOOD sound-mesh");
    }

    @Test
    void causesHaveWordsInEveryLanguage() throws UnreadableShape {
        for (String name : List.of("own-tslot-cracked_2e-4.stl", "own-tslot-tjunction.stl", "own-tslot-overlap2.stl")) {
            Mesh mesh = (Mesh) read(model(name), name).shape();
            for (Finding finding : MeshDiagnosis.of(mesh, MeshMeasures.of(mesh))) {
                for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                    assertThat(FindingTexts.of().message(finding, locale))
                            .isNotBlank()
                            .doesNotContain("{");
                    assertThat(FindingTexts.of().hint(finding, locale))
                            .isNotBlank()
                            .doesNotContain("{");
                }
            }
        }
    }

    private static List<String> counted(Mesh mesh) {
        return MeshDiagnosis.of(mesh, MeshMeasures.of(mesh)).stream()
                .map(finding -> finding.severity() + " " + finding.check() + " "
                        + finding.arguments().get("count"))
                .toList();
    }

    private static List<String> told(Mesh mesh) {
        return MeshDiagnosis.of(mesh, MeshMeasures.of(mesh)).stream()
                .map(finding -> finding.severity() + " " + finding.check())
                .toList();
    }
}
