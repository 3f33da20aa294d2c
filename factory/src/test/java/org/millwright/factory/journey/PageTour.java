package org.millwright.factory.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.testing.browser.DemoInBrowser;
import org.millwright.factory.testing.browser.Look;
import org.millwright.factory.testing.browser.Visitor;

/** Walks through every kind of page in several windows, takes its picture and notes what is not sound. */
final class PageTour {
    private final DemoInBrowser demo;
    private final String occasion;
    private final List<String> faults = new ArrayList<>();

    PageTour(DemoInBrowser demo, String occasion) {
        this.demo = demo;
        this.occasion = occasion;
    }

    /** Looks at the pages that most people see, in these windows; the owner sees everything. */
    PageTour main(Look... looks) {
        return walk(SitePages.main(demo), looks);
    }

    /** Looks at all others. */
    PageTour rest(Look... looks) {
        return walk(SitePages.rest(demo), looks);
    }

    private PageTour walk(Map<String, String> pages, Look... looks) {
        for (Look look : looks) {
            try (Visitor owner = demo.visitor(look, Role.OWNER)) {
                pages.forEach((name, path) -> look(owner, name, path));
            }
        }
        return this;
    }

    void assertSound() {
        assertThat(faults).as("what is not sound").isEmpty();
    }

    private void look(Visitor visitor, String name, String path) {
        visitor.open(path);
        visitor.heading().waitFor();
        visitor.picture(name + "-" + occasion);
        try {
            visitor.assertSound();
        } catch (AssertionError unsound) {
            faults.add(name + ": " + unsound.getMessage());
        }
    }
}
