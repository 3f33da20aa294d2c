package org.millwright.factory.testing.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.jspecify.annotations.Nullable;

/** Somebody without a mouse: goes from control to control with Tab, and always sees where they are. */
public final class Keyboard {
    private static final int MOST_STEPS = 150;

    /** What has the focus, as a word for messages; empty when nothing has. */
    private static final String FOCUSED = """
            () => {
              const one = document.activeElement;
              return !one || one === document.body ? "" : `${one.localName}#${one.id} ${(one.getAttribute("aria-label") ?? one.textContent).trim().slice(0, 40)}`;
            }""";

    /** Whether whoever looks sees the focus: an outline, in the window, not under something else. */
    private static final String VISIBLE = """
            () => {
              const one = document.activeElement;
              const shown = [one, ...one.querySelectorAll("*"), one.parentElement, one.nextElementSibling].filter(Boolean);
              const outlined = shown.some((part) => {
                const style = getComputedStyle(part);
                return parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== "none" || style.boxShadow !== "none";
              });
              const box = one.getBoundingClientRect();
              const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
              return outlined && inside;
            }""";

    private final Page page;

    public Keyboard(Page page) {
        this.page = page;
    }

    /** Presses Tab until the control has the focus; each stop on the way is visible. */
    public Keyboard tabTo(Locator control) {
        control.first().waitFor();
        for (int i = 0; i < MOST_STEPS; i++) {
            if (isFocused(control)) {
                assertVisible();
                return this;
            }
            page.keyboard().press("Tab");
            assertVisible();
        }
        throw new AssertionError("Tab did not lead to " + control + " on " + page.url());
    }

    private static boolean isFocused(Locator control) {
        return (boolean) control.first()
                .evaluate("one => one === document.activeElement || one.contains(document.activeElement)");
    }

    private void assertVisible() {
        String focused = String.valueOf(page.evaluate(FOCUSED));
        if (!focused.isEmpty()) {
            assertThat((boolean) page.evaluate(VISIBLE))
                    .as("the focus on %s of %s is seen", focused, page.url())
                    .isTrue();
        }
    }

    public Keyboard press(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** Replaces what stands in the focused field. */
    public Keyboard type(String text) {
        page.keyboard().press("Control+a");
        page.keyboard().insertText(text);
        return this;
    }

    /** What has the focus now; null when the page lost it. */
    public @Nullable String focused() {
        String focused = String.valueOf(page.evaluate(FOCUSED));
        return focused.isEmpty() ? null : focused;
    }
}
