package org.millwright.geometry.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.millwright.geometry.Solids.box;
import static org.millwright.geometry.Solids.insideOut;
import static org.millwright.geometry.Solids.together;
import static org.millwright.geometry.Uploads.model;
import static org.millwright.geometry.Uploads.read;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.millwright.geometry.Finding;
import org.millwright.geometry.FindingTexts;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.UnreadableShape;

class MeshFindingsTest {
    @Test
    void soundMeshIsSaidToBeSound() {
        assertThat(told(box(0, 0, 0, 10, 10, 10))).containsExactly("GOOD sound-mesh");
    }

    @Test
    void faultsAreFoundWorstFirst() throws UnreadableShape {
        assertThat(told(insideOut(box(0, 0, 0, 1, 1, 1)))).containsExactly("REVIEW inside-out");
        assertThat(told(together(box(0, 0, 0, 1, 1, 1), box(3, 0, 0, 1, 1, 1))))
                .containsExactly("REVIEW several-shells");
        assertThat(told(file("own-tslot-holes4.stl"))).containsExactly("WARNING open-edges");
        assertThat(told(file("own-tslot-cracked_2e-4.stl")))
                .containsExactly("WARNING not-solid", "REVIEW several-shells");
        assertThat(told(file("own-tslot-dupfaces.stl")))
                .containsExactly("REVIEW non-manifold-edges", "REVIEW duplicate-faces");
        assertThat(told(file("own-tslot-mixed_orientation.stl"))).containsExactly("WARNING misoriented-faces");
        assertThat(told(file("own-tslot-degenerate.stl"))).containsExactly("GOOD degenerate-faces");
    }

    @Test
    void flatMeshCannotBeMade() {
        var flat = new Mesh(new double[] {0, 0, 0, 10, 0, 0, 0, 10, 0}, new int[] {0, 1, 2});
        assertThat(told(flat)).first().isEqualTo("BLOCKING no-volume");
    }

    @Test
    void holesAreShownAtAPlaceOnThem() throws UnreadableShape {
        Mesh mesh = file("own-tslot-holes4.stl");
        Finding finding = MeshFindings.of(mesh, MeshMeasures.of(mesh)).getFirst();
        assertThat(finding.at()).isNotNull();
        assertThat(finding.arguments()).containsEntry("count", 12);
    }

    @Test
    void everyFindingHasWordsWithoutGapsLeft() throws UnreadableShape {
        for (String name : List.of(
                "own-tslot-holes4.stl",
                "own-tslot-cracked_2e-4.stl",
                "own-tslot-dupfaces.stl",
                "own-tslot-mixed_orientation.stl",
                "own-tslot-inverted.stl",
                "own-tslot-degenerate.stl",
                "own-tslot-overlap2.stl")) {
            Mesh mesh = file(name);
            for (Finding finding : MeshFindings.of(mesh, MeshMeasures.of(mesh))) {
                var texts = FindingTexts.of();
                assertThat(texts.message(finding, Locale.ENGLISH)).isNotBlank().doesNotContain("{");
                assertThat(texts.hint(finding, Locale.ENGLISH)).isNotBlank().doesNotContain("{");
            }
        }
    }

    private static List<String> told(Mesh mesh) {
        return MeshFindings.of(mesh, MeshMeasures.of(mesh)).stream()
                .map(finding -> finding.severity() + " " + finding.check())
                .toList();
    }

    private static Mesh file(String name) throws UnreadableShape {
        return (Mesh) read(model(name), name).shape();
    }
}
