package org.millwright.factory.design.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.design.Design;
import org.millwright.factory.platform.api.FindingOut;
import org.millwright.geometry.LengthUnit;

/** A design in the API. */
record DesignOut(
        UUID id,
        @Schema(example = "D-1017") String number,
        @Schema(example = "clip.stl") String fileName,
        @Schema(example = "STL") String format,
        @Schema(description = "SHA-256 of the file") String file,

        @Schema(description = "The unit in force; absent while it has to be chosen") @Nullable
        LengthUnit unit,

        LengthUnit likelyUnit,
        @Schema(example = "14") double sizeXMm,
        @Schema(example = "9") double sizeYMm,
        @Schema(example = "3") double sizeZMm,
        List<FindingOut> findings,
        Instant uploadedAt) {
    static DesignOut of(Design design, Locale locale) {
        return new DesignOut(
                design.id().value(),
                design.number(),
                design.fileName(),
                design.format(),
                design.file().toString(),
                design.unit(),
                design.likelyUnit(),
                design.measures().sizeXMm(),
                design.measures().sizeYMm(),
                design.measures().sizeZMm(),
                FindingOut.all(design.findings(), locale),
                design.uploadedAt());
    }
}
