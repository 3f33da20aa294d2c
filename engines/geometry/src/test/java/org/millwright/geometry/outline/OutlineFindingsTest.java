package org.millwright.geometry.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.millwright.geometry.Uploads.dxf;
import static org.millwright.geometry.Uploads.read;

import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.millwright.geometry.Finding;
import org.millwright.geometry.FindingTexts;
import org.millwright.geometry.Outline;
import org.millwright.geometry.Severity;
import org.millwright.geometry.UnreadableShape;

class OutlineFindingsTest {
    @Test
    void closedContourIsSound() throws UnreadableShape {
        assertThat(told("CIRCLE 10=0 20=0 40=5")).containsExactly("GOOD sound-outline");
    }

    @Test
    void almostClosedContourIsShownWithItsGap() throws UnreadableShape {
        Finding finding = OutlineFindings.of(outline("""
                LWPOLYLINE 90=5 70=0 10=0 20=0 10=40 20=0 10=40 20=30 10=0 20=30 10=0 20=0.2
                CIRCLE 10=100 20=0 40=5""")).getFirst();
        assertThat(finding.check()).isEqualTo("open-contour");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(FindingTexts.of().message(finding, Locale.ENGLISH)).isEqualTo("A contour is open by 0.2 mm.");
        assertThat(finding.at()).isNotNull();
    }

    @Test
    void linesAloneCannotBeCutOut() throws UnreadableShape {
        assertThat(told("LINE 10=0 20=0 11=5 21=5")).containsExactly("BLOCKING no-contour", "WARNING open-chains");
    }

    @Test
    void crossingsPiecesAndDuplicatesAreTold() throws UnreadableShape {
        assertThat(told("""
                CIRCLE 10=0 20=0 40=5
                CIRCLE 10=6 20=0 40=5
                CIRCLE 10=6 20=0 40=5
                """))
                .containsExactly("WARNING crossing-contours", "REVIEW several-pieces", "REVIEW duplicate-lines");
    }

    @Test
    void everyFindingHasWordsWithoutGapsLeft() throws UnreadableShape {
        for (Finding finding : OutlineFindings.of(outline("""
                CIRCLE 10=0 20=0 40=5
                CIRCLE 10=6 20=0 40=5
                CIRCLE 10=6 20=0 40=5
                LINE 10=50 20=0 11=60 21=0
                TEXT 10=0 20=0 40=1
                """))) {
            assertThat(FindingTexts.of().message(finding, Locale.ENGLISH))
                    .isNotBlank()
                    .doesNotContain("{");
            assertThat(FindingTexts.of().hint(finding, Locale.ENGLISH))
                    .isNotBlank()
                    .doesNotContain("{");
        }
    }

    @Test
    void otherBundlesAddTheirOwnWords() {
        var bundle = new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return new Object[][] {{"finding.thin-web.message", "Web {value} of {limit} mm in {material} at x {x}"}
                };
            }
        };
        Finding finding = Finding.of("thin-web", Severity.WARNING)
                .with(Map.of("material", "steel"))
                .measured(0.4, 1234.5);
        assertThat(FindingTexts.of(bundle).message(finding, Locale.ENGLISH))
                .isEqualTo("Web 0.4 of 1,234.5 mm in steel at x {x}");
        assertThat(FindingTexts.of(bundle).message(Finding.of("sound-mesh", Severity.GOOD), Locale.ENGLISH))
                .startsWith("The part is");
    }

    private static List<String> told(String entities) throws UnreadableShape {
        return OutlineFindings.of(outline(entities)).stream()
                .map(finding -> finding.severity() + " " + finding.check())
                .toList();
    }

    private static Outline outline(String entities) throws UnreadableShape {
        return (Outline) read(dxf(entities), "a.dxf").shape();
    }
}
