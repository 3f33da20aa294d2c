package org.millwright.factory.design;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.files.FileHash;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.geometry.Finding;
import org.millwright.geometry.LengthUnit;

/**
 * An uploaded design file and what was read from it.
 *
 * @param number short number for people, for instance {@code D-17}
 * @param declaredUnit what the file itself says; null when it does not
 * @param likelyUnit a guess from the size of the part, offered when the unit must be asked
 * @param unit the unit in force; null while it has to be asked
 * @param measures taken in {@code unit}, or in {@code likelyUnit} while the unit has to be asked
 * @param findings true of the shape whatever process makes it
 */
public record Design(
        DesignId id,
        FactoryId factory,
        String number,
        String fileName,
        FileHash file,
        String format,
        @Nullable LengthUnit declaredUnit,
        LengthUnit likelyUnit,
        @Nullable LengthUnit unit,
        DesignMeasures measures,
        List<Finding> findings,
        Instant uploadedAt) {
    public Design {
        findings = List.copyOf(findings);
    }

    /** The unit in force, if it is known. */
    public Optional<LengthUnit> findUnit() {
        return Optional.ofNullable(unit);
    }

    Design inUnit(LengthUnit chosen, DesignMeasures measured, List<Finding> found) {
        return new Design(
                id,
                factory,
                number,
                fileName,
                file,
                format,
                declaredUnit,
                likelyUnit,
                chosen,
                measured,
                found,
                uploadedAt);
    }
}
