package org.millwright.factory.catalog.nametag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.factory.catalog.InvalidOptions;
import org.millwright.factory.catalog.Violation;
import org.millwright.factory.design.ThreeMf;
import org.millwright.geometry.Finding;
import org.millwright.geometry.LengthUnit;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.Region;
import org.millwright.geometry.mesh.MeshMeasures;
import org.millwright.geometry.reading.DesignReader;

class NameTagTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada",
                "Žofie Šťastná",
                "ÅÄÖ åäö ß",
                "AVATAR To. 8%",
                "©®@&8B",
                "Ёлка",
                "i j !?",
                "fi fl ff",
                "Æ Ø Œ"
            })
    void everyTagIsAClosedSolidOfTheVolumeThatItsPlateAndLettersSay(String text) {
        for (boolean engraved : new boolean[] {false, true}) {
            for (boolean hole : new boolean[] {false, true}) {
                var shape = NameTagShape.of(new NameTag(text, 14, 3, 1.2, engraved, hole));
                MeshMeasures measures = MeshMeasures.of(shape.solid());
                double letters =
                        shape.letters().stream().mapToDouble(Region::areaMm2).sum();
                double expected = 3 * shape.plate().areaMm2() + (engraved ? -1 : 1) * 1.2 * letters;
                assertThat(measures.watertight())
                        .as("%s engraved %s hole %s", text, engraved, hole)
                        .isTrue();
                assertThat(measures.shells()).isEqualTo(1);
                assertThat(measures.volumeMm3()).isCloseTo(expected, within(1e-6 * expected));
                assertThat(measures.bounds().sizeZ()).isCloseTo(engraved ? 3 : 4.2, within(1e-9));
            }
        }
    }

    @Test
    void lettersAreAsHighAsAskedAndKernedPairsStandCloser() {
        double h = height(letters("H", 20));
        assertThat(h).isCloseTo(20, within(0.6));
        double together = width(letters("AV", 20));
        assertThat(together).isLessThan(width(letters("A", 20)) + width(letters("V", 20)));
    }

    @Test
    void theSameChoiceGivesTheSameBytesAndTheyReadAsAClosedMeshInMillimetres(@TempDir Path folder) throws Exception {
        Mesh solid =
                NameTagShape.of(new NameTag("Grüße", 12, 2.4, 0.8, false, true)).solid();
        byte[] file = ThreeMf.write(solid, "#0b5a66");
        assertThat(ThreeMf.write(solid, "#0b5a66")).isEqualTo(file);
        Path path = Files.write(folder.resolve("tag.3mf"), file);
        var read = DesignReader.read(path, "tag.3mf", ReadLimits.USUAL);
        assertThat(read.declaredUnit()).isEqualTo(LengthUnit.MILLIMETRE);
        assertThat(MeshMeasures.of((Mesh) read.shape()).watertight()).isTrue();
    }

    @Test
    void emojiAndRightToLeftLettersAreRefusedByName() {
        assertThat(violations("Ada 🙂", 12, 3, 1))
                .singleElement()
                .satisfies(violation -> assertThat(violation.args().values()).contains("🙂", "SLIGHTLY SMILING FACE"));
        assertThat(violations("שלום", 12, 3, 1)).extracting(Violation::rule).containsOnly("text-direction");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThat(violations("  ", 1, 0, 99))
                .extracting(Violation::field)
                .contains("text", "letterMm", "plateMm", "reliefMm");
        assertThatThrownBy(() -> new NameTag("Ada", 12, 2, 1.8, true, false))
                .isInstanceOfSatisfying(
                        InvalidOptions.class,
                        refused -> assertThat(refused.violations())
                                .extracting(Violation::rule)
                                .containsExactly("ground"));
    }

    @Test
    void strokesThinnerThanTwoLinesOfTheNozzleAndTagsLargerThanThePlateAreFound() {
        assertThat(findings("Ada", 20, 0.4)).isEmpty();
        assertThat(findings("Ada", 5, 0.8)).extracting(Finding::check).containsExactly("letter-stroke");
        assertThat(findings("Wolkenkratzer im Mai", 50, 0.4))
                .extracting(Finding::check)
                .contains("tag-too-large");
    }

    private static List<Finding> findings(String text, double letterMm, double nozzleMm) {
        return NameTagFindings.of(NameTagShape.of(new NameTag(text, letterMm, 3, 1, false, false)), nozzleMm, 250, 210);
    }

    private static List<Violation> violations(String text, double letterMm, double plateMm, double reliefMm) {
        try {
            new NameTag(text, letterMm, plateMm, reliefMm, false, false);
            return List.of();
        } catch (InvalidOptions refused) {
            return refused.violations();
        }
    }

    private static List<Region> letters(String text, double letterMm) {
        return NameTagShape.of(new NameTag(text, letterMm, 3, 1, false, false)).letters();
    }

    private static double width(List<Region> letters) {
        return new org.millwright.geometry.Outline(letters, List.of()).bounds().sizeX();
    }

    private static double height(List<Region> letters) {
        return new org.millwright.geometry.Outline(letters, List.of()).bounds().sizeY();
    }
}
