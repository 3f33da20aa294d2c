package org.millwright.cli.engines;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.DesignFile;
import org.millwright.geometry.LengthUnit;

/** Units as they are written on the command line. */
public enum FileUnit {
    mm(LengthUnit.MILLIMETRE),
    cm(LengthUnit.CENTIMETRE),
    m(LengthUnit.METRE),
    inch(LengthUnit.INCH);

    private final LengthUnit unit;

    FileUnit(LengthUnit unit) {
        this.unit = unit;
    }

    public LengthUnit unit() {
        return unit;
    }

    /** The unit asked for, else what the file says, else the guess, which is said on standard error. */
    public static LengthUnit of(@Nullable FileUnit asked, Path name, DesignFile file) {
        if (asked != null) {
            return asked.unit;
        }
        if (file.declaredUnit() != null) {
            return file.declaredUnit();
        }
        System.err.printf(
                "%s does not say its unit; taken as %s from its size. Maybe give --units.%n",
                name, file.likelyUnit().name().toLowerCase(java.util.Locale.ROOT));
        return file.likelyUnit();
    }
}
