package org.millwright.geometry.reading.threemf;

import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Severity;
import org.millwright.geometry.Strictness;
import org.millwright.geometry.UnreadableShape;

/** Rules of the 3MF standard that a package breaks: the first one refuses it when strict, else they are counted. */
final class Violations {
    private static final String WAY_OUT =
            "Export the design again, or read it leniently: the shape itself may well be sound.";

    private final Strictness strictness;
    private int count;
    private @Nullable String first;

    Violations(Strictness strictness) {
        this.strictness = strictness;
    }

    boolean strict() {
        return strictness == Strictness.STRICT;
    }

    /** @param clause what the standard says, with the number of its clause */
    void add(String part, XMLStreamReader xml, String what, String clause) throws UnreadableShape {
        add("The part '%s' of the 3MF file has, in line %d, %s (%s)."
                .formatted(part, xml.getLocation().getLineNumber(), what, clause));
    }

    void add(String sentence) throws UnreadableShape {
        if (strict()) {
            throw new UnreadableShape(sentence, WAY_OUT);
        }
        if (count++ == 0) {
            first = sentence;
        }
    }

    List<Finding> findings() {
        return first == null
                ? List.of()
                : List.of(Finding.of("format-rules", Severity.REVIEW).with(Map.of("count", count, "first", first)));
    }
}
