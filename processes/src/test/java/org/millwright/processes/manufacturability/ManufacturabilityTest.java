package org.millwright.processes.manufacturability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.millwright.processes.Parts.box;
import static org.millwright.processes.Parts.circle;
import static org.millwright.processes.Parts.rectangle;
import static org.millwright.processes.Parts.together;
import static org.millwright.processes.Parts.tube;
import static org.millwright.processes.Parts.turned;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.millwright.geometry.Finding;
import org.millwright.geometry.FindingTexts;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.Outline;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;
import org.millwright.geometry.Severity;
import org.millwright.geometry.Shape;

class ManufacturabilityTest {
    @Test
    void aBlockCanBePrintedAndMilled() {
        assertThat(checks(box(18, 12, 10), Making.FILAMENT)).containsExactly("makeable");
        assertThat(checks(box(18, 12, 10), Making.MILLING)).containsExactly("makeable");
    }

    @Test
    void thinWallsAreHeldAgainstEachProcess() {
        Shape plate = box(40, 0.6, 15);
        assertThat(finding(plate, Making.FILAMENT, "thin"))
                .returns(Severity.WARNING, Finding::severity)
                .satisfies(finding -> assertThat(finding.valueMm()).isCloseTo(0.6, within(1e-6)))
                .satisfies(finding -> assertThat(finding.limitMm()).isEqualTo(0.8))
                .satisfies(finding -> assertThat(finding.at()).isNotNull());
        assertThat(checks(plate, Making.METAL_POWDER)).doesNotContain("thin");
    }

    @Test
    void aFactorysOwnLimitReplacesTheUsualOne() {
        Shape plate = box(40, 1.0, 15);
        assertThat(checks(plate, Making.FILAMENT)).contains("thin");
        assertThat(Manufacturability.findings(plate, Making.FILAMENT, Map.of("minWallMm", 0.9)))
                .extracting(Finding::check)
                .doesNotContain("thin");
    }

    @Test
    void whatLiesInsideAnotherBodyIsNeitherWallNorUnderside() {
        // A plate with posts that reach 0.2 mm into it: their ends are no thin walls, and no tool need reach them.
        Mesh plate = box(40, 30, 4);
        Mesh posts = together(
                plate,
                box(6, 6, 10).moved(3, 3, 3.8),
                box(6, 6, 10).moved(20, 3, 3.8),
                box(6, 6, 10).moved(30, 20, 3.8));
        assertThat(checks(posts, Making.FILAMENT)).containsExactly("makeable");
        assertThat(checks(posts, Making.MILLING)).doesNotContain("unreachable", "thin");
    }

    @Test
    void oneCurvedUndersideIsToldOnce() {
        var profile = new double[2 * 39];
        for (int i = 0; i < 39; i++) {
            double angle = Math.PI * (i + 1) / 40;
            profile[2 * i] = 15 * Math.sin(angle);
            profile[2 * i + 1] = 15 - 15 * Math.cos(angle);
        }
        assertThat(checks(turned(80, profile), Making.FILAMENT)).containsOnlyOnce("steep-overhang");
    }

    @Test
    void rodsAndHollowBodiesAreNoSheets() {
        Mesh frame = together(
                box(60, 2, 2), box(2, 60, 2).moved(0, 3, 0), box(2, 60, 2).moved(58, 3, 0));
        assertThat(checks(frame, Making.BENDING)).containsExactly("no-sheet");
        assertThat(checks(box(60, 40, 2), Making.BENDING)).doesNotContain("no-sheet");
    }

    @Test
    void narrowAndDeepHolesAreFound() {
        Shape drilled = tube(6, 0.9, 20, 48);
        assertThat(finding(drilled, Making.FILAMENT, "narrow-hole").valueMm()).isCloseTo(1.8, within(1e-3));
        assertThat(checks(drilled, Making.MILLING)).contains("narrow-hole", "deep-hole");
        assertThat(checks(tube(6, 3, 20, 48), Making.MILLING)).doesNotContain("narrow-hole", "deep-hole");
    }

    @Test
    void partsTooLargeForTheMachineAreRefused() {
        assertThat(Manufacturability.findings(
                        box(300, 20, 10), Making.RESIN, Map.of("widthMm", 145.0, "depthMm", 145.0, "heightMm", 185.0)))
                .first()
                .returns("too-large", Finding::check)
                .returns(true, Finding::blocks);
    }

    @Test
    void massiveResinIsMentionedAndMassiveFilamentIsNot() {
        assertThat(checks(box(60, 60, 60), Making.RESIN)).contains("massive");
        assertThat(checks(box(60, 60, 60), Making.FILAMENT)).doesNotContain("massive");
    }

    @Test
    void onlySheetsAreBent() {
        assertThat(checks(box(40, 40, 40), Making.BENDING)).contains("no-sheet");
        assertThat(checks(box(80, 50, 2), Making.BENDING)).containsExactly("makeable");
    }

    @Test
    void sheetsAreHeldAgainstThicknessAndKerf() {
        Outline plate = outline(rectangle(0, 0, 60, 40), circle(20, 20, 1), circle(57, 20, 2));
        assertThat(Manufacturability.findings(plate, Making.LASER, Map.of("thicknessMm", 3.0, "kerfMm", 0.2)))
                .extracting(Finding::check)
                .contains("small-sheet-hole", "narrow-web")
                .doesNotContain("hole-below-kerf", "makeable");
        assertThat(Manufacturability.findings(plate, Making.LASER, Map.of("thicknessMm", 0.5, "kerfMm", 0.1)))
                .noneMatch(finding -> finding.severity() != Severity.GOOD);
    }

    @Test
    void flatAndSolidPartsAreNotMixedUp() {
        assertThat(checks(box(10, 10, 10), Making.LASER)).containsExactly("needs-outline");
        assertThat(checks(outline(rectangle(0, 0, 20, 20)), Making.MILLING)).containsExactly("needs-solid");
    }

    @Test
    void everyLimitHasASourceAndEveryFindingWords() {
        assertThat(Limits.listAll()).hasSizeGreaterThan(40).allSatisfy(limit -> {
            assertThat(limit.source()).isNotBlank();
            assertThat(Making.named(limit.process())).isNotNull();
        });
        FindingTexts texts = FindingTexts.of(ResourceBundle.getBundle("org.millwright.processes.findings"));
        for (Making making : Making.values()) {
            for (Shape part : List.of(box(40, 0.3, 15), tube(6, 0.2, 30, 24), box(200, 200, 60))) {
                for (Finding finding : Manufacturability.findings(part, making, Map.of())) {
                    assertThat(texts.message(finding, Locale.ENGLISH)).doesNotContain("{");
                    assertThat(texts.hint(finding, Locale.ENGLISH)).doesNotContain("{");
                }
            }
        }
    }

    @Test
    void unknownProcessesAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Making.named("casting"))
                .withMessageContaining("casting")
                .withMessageContaining("milling");
    }

    private static List<String> checks(Shape part, Making making) {
        return Manufacturability.findings(part, making, Map.of()).stream()
                .map(Finding::check)
                .toList();
    }

    private static Finding finding(Shape part, Making making, String check) {
        return Manufacturability.findings(part, making, Map.of()).stream()
                .filter(finding -> finding.check().equals(check))
                .findFirst()
                .orElseThrow();
    }

    private static Outline outline(Ring outer, Ring... holes) {
        return new Outline(List.of(new Region(outer, List.of(holes))), List.of());
    }
}
