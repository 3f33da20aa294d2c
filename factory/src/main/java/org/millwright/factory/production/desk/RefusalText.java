package org.millwright.factory.production.desk;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.millwright.factory.platform.text.Texts;
import org.millwright.factory.production.Permit.Unmet;

/** The unmet conditions in words. */
final class RefusalText {
    private RefusalText() {}

    static String of(List<Unmet> unmet) {
        return unmet.stream()
                .map(each -> each.condition() + " ("
                        + Texts.bundled().text("condition." + each.condition(), each.args(), Locale.ENGLISH) + ")")
                .collect(Collectors.joining("; "));
    }
}
