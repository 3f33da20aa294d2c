package org.millwright.factory.platform.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.millwright.factory.platform.text.FindingWords;
import org.millwright.geometry.Finding;

/** A finding in the API, in the reader's words and as a key for programs. */
public record FindingOut(
        @Schema(example = "wall-thin") String check,
        @Schema(example = "warning") String severity,
        @Schema(example = "This wall is 0.4 mm thick.") String message,
        @Schema(example = "Make it at least 0.8 mm.") String hint) {
    public static List<FindingOut> all(List<Finding> findings, Locale locale) {
        return findings.stream()
                .map(finding -> new FindingOut(
                        finding.check(),
                        finding.severity().name().toLowerCase(Locale.ROOT),
                        FindingWords.message(finding, locale),
                        FindingWords.hint(finding, locale)))
                .toList();
    }
}
