package org.millwright.factory.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.testing.browser.DemoInBrowser;
import org.millwright.factory.testing.browser.LivedInDemo;
import org.millwright.factory.testing.browser.Look;
import org.millwright.factory.testing.browser.Visitor;

/** Whatever is pasted into whichever field of whichever form: an answer in words, and nothing that was typed is lost. */
@Tag("browser")
@ExtendWith(LivedInDemo.Alone.class)
class NonsenseBrowserTest {
    private static final List<String> NONSENSE = List.of(
            "x".repeat(5000),
            "شركة النور \u202egnirts\u202c 🦊 工房",
            "-1",
            "1e400",
            "NaN",
            "<script>document.title='taken'</script><img src=x onerror=alert(1)>",
            "a\u0000b\u0007c\u001b[31m",
            "' or 1=1; drop table ordering.line; --",
            "%00%0d%0a../../etc/passwd",
            "   ");

    /** One form of each kind is enough: machines, for instance, all have the same. */
    private static final String KIND_OF = """
            const kindOf = (form) => form.getAttribute("action").replace(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/g, "ID")
              + " " + [...form.elements].map((field) => field.name.replace(/[0-9a-f-]{36}/g, "ID")).join(" ");
            """;

    private static final String TYPED = "-7 \u202ethgir\u202c <b> 🦊";

    /** Sends every form of the page with one text in all of its fields; tells what was answered otherwise than in words. */
    private static final String SEND_EVERY_FORM = KIND_OF + """
            const send = async ([texts, known]) => {
              const faults = [];
              const skipped = /sign-out|wipe|restore|start|demo|language|time-lapse|accounts\\/.*\\/(close|roles)|adopt|discard/;
              for (const form of document.querySelectorAll("form[method=post]")) {
                const action = form.getAttribute("action");
                const named = [...form.elements].filter((field) => field.name && field.type !== "file");
                const typed = named.filter((field) => field.matches("input:not([type=hidden],[type=checkbox],[type=radio]), textarea"));
                const kind = kindOf(form);
                if (skipped.test(action) || known.includes(kind)) continue;
                known.push(kind);
                for (const text of texts) {
                  for (const tampered of [false, true]) {
                    if (!tampered && typed.length === 0) continue;
                    if (tampered && !/^-1|^a|^x/.test(text)) continue;
                    const data = new FormData(form);
                    for (const field of tampered ? named.filter((one) => one.name !== "_csrf") : typed) {
                      data.set(field.name, text);
                    }
                    const response = await fetch(action, {
                      method: "POST",
                      body: form.enctype === "multipart/form-data" ? data : new URLSearchParams(data),
                      headers: { Accept: "text/html", "Millwright-Part": "form" },
                    });
                    const page = new DOMParser().parseFromString(await response.text(), "text/html");
                    const told = page.querySelector("[data-problem] [data-words], .wrong[role=alert], [role=alert]")?.textContent.trim();
                    const where = `${action} (${tampered ? "all fields" : "typed"} ${JSON.stringify(text.slice(0, 30))})`;
                    if (response.status >= 500) {
                      faults.push(`${response.status} ${where}: ${told}`);
                    } else if (response.status >= 400 && !told) {
                      faults.push(`${response.status} without words ${where}`);
                    } else if (page.querySelector("img[src=x]")) {
                      faults.push(`taken over ${where}`);
                    }
                  }
                }
              }
              return { faults, known };
            }""";

    @Test
    @SuppressWarnings("unchecked")
    void everyFormAnswersNonsenseInWords(DemoInBrowser demo) {
        var faults = new ArrayList<String>();
        try (Visitor owner = demo.visitor(Look.DESK, Role.OWNER)) {
            var known = new ArrayList<String>();
            allPages(demo).forEach((name, path) -> {
                owner.open(path);
                var told = (Map<String, List<String>>) owner.page()
                        .evaluate(
                                "(args) => { " + SEND_EVERY_FORM + "; return send(args); }", List.of(NONSENSE, known));
                told.get("faults").forEach(fault -> faults.add(name + ": " + fault));
                known.clear();
                known.addAll(told.get("known"));
            });
            assertThat(known).as("kinds of forms").hasSizeGreaterThan(30);
            owner.open("/orders?view=ALL");
            assertThat(owner.page().title()).isNotEqualTo("taken");
            assertThat(owner.complaints()).noneMatch(text -> text.contains("Content Security Policy"));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void everyAddressAnswersNonsenseInWords(DemoInBrowser demo) {
        try (Visitor owner = demo.visitor(Look.DESK, Role.OWNER).open("/shop")) {
            var addresses = new ArrayList<String>();
            for (String path : List.of(
                    "/orders?q={}",
                    "/orders?view={}",
                    "/orders?page={}",
                    "/search?q={}",
                    "/materials/receive?material={}",
                    "/materials/weigh?lot={}",
                    "/board?zoom={}",
                    "/board?bar={}",
                    "/board/data?from={}",
                    "/tasks/scan?code={}",
                    "/tasks?done={}",
                    "/settings/hours?who={}",
                    "/orders/{}",
                    "/quotes/{}",
                    "/designs/{}",
                    "/track/{}",
                    "/passport/21/{}",
                    "/quality/units/{}",
                    "/floor/machines/{}",
                    "/builds/{}",
                    "/invitation/{}",
                    "/catalog/name-tag?text={}&plateMm={}",
                    "/catalog/name-tag/mesh?text={}",
                    "/catalog/box?widthMm={}",
                    "/catalog/box/mesh?widthMm={}",
                    "/figures/{}",
                    "/sign-in?next={}",
                    "/catalog/pictures/{}")) {
                addresses.add(path);
            }
            var faults = (List<String>) owner.page().evaluate("""
                    async ([addresses, texts]) => {
                      const faults = [];
                      for (const address of addresses) {
                        for (const text of texts) {
                          const at = address.replaceAll("{}", encodeURIComponent(text.slice(0, 1000)));
                          const response = await fetch(at, { headers: { Accept: "text/html" } });
                          await response.text();
                          if (response.status >= 500) {
                            faults.push(`${response.status} ${address} ${JSON.stringify(text.slice(0, 30))}`);
                          }
                        }
                      }
                      return faults;
                    }""", List.of(addresses, NONSENSE));
            assertThat(faults).isEmpty();
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatWasTypedStaysBesideTheSentenceThatRefusesIt(DemoInBrowser demo) {
        var faults = new ArrayList<String>();
        try (Visitor owner = demo.visitor(Look.DESK, Role.OWNER)) {
            var known = new HashSet<String>();
            allPages(demo).forEach((name, path) -> {
                owner.open(path);
                var kinds = (List<String>)
                        owner.page().evaluate("() => { " + KIND_OF + " return " + FORMS + ".map(kindOf); }");
                for (String kind : kinds) {
                    if (!known.contains(kind)) {
                        owner.open(path);
                        String action = fill(owner.page(), kind);
                        if (action.isEmpty()) {
                            // The factory went on meanwhile and asks for something else now.
                            continue;
                        }
                        known.add(kind);
                        String fault = press(owner.page(), action);
                        if (!fault.isEmpty()) {
                            faults.add(name + ": " + fault);
                        }
                    }
                }
            });
            assertThat(known).as("kinds of forms").hasSizeGreaterThan(15);
        }
        assertThat(faults).isEmpty();
    }

    /** Forms with something to type that do no harm to others. */
    private static final String FORMS = """
            [...document.querySelectorAll("form[method=post]")].filter((form) =>
              !/sign-out|wipe|restore|start|demo|language|password|upload|designs$|accounts\\/.*\\/(close|roles)|settings\\/(machines|materials|people)\\//
                .test(form.getAttribute("action"))
              && form.querySelector("input:not([type=hidden],[type=checkbox],[type=radio],[type=file]), textarea"))""";

    /** Types nonsense into the first form of this kind; says where it is sent to, nothing when there is none now. */
    private static String fill(Page page, String kind) {
        return String.valueOf(page.evaluate("""
                ([kind, text]) => {
                  %s
                  const form = %s.find((one) => kindOf(one) === kind);
                  if (!form) { return ""; }
                  form.noValidate = true;
                  form.dataset.tried = "yes";
                  for (let up = form; up; up = up.parentElement) { if (up.localName === "details") { up.open = true; }
                    if (up.popover) { up.showPopover(); } }
                  for (const field of form.querySelectorAll("input:not([type=hidden],[type=checkbox],[type=radio],[type=file]), textarea")) {
                    field.type = "text";
                    field.value = text;
                    field.dispatchEvent(new Event("input", { bubbles: true }));
                  }
                  return form.getAttribute("action");
                }""".formatted(KIND_OF, FORMS), List.of(kind, TYPED)));
    }

    /** Sends what was typed as a person would; empty when it was taken, or refused beside what is still there. */
    private static String press(Page page, String action) {
        String form = "form[action='" + action + "']";
        Response answer;
        try {
            answer = page.waitForResponse(
                    response -> response.request().method().equals("POST"),
                    new Page.WaitForResponseOptions().setTimeout(4000),
                    () -> page.evaluate("document.querySelector('form[data-tried]').requestSubmit()"));
        } catch (TimeoutError unsent) {
            // Some forms notice by themselves.
            answer = null;
        }
        if (answer != null && (answer.headerValue("location") != null || answer.status() < 300)) {
            return "";
        }
        Locator said = page.locator(form + " .wrong:not([hidden])").first();
        try {
            said.waitFor(new Locator.WaitForOptions().setTimeout(10_000));
        } catch (TimeoutError silent) {
            // The factory may have gone on and no longer ask for this.
            return page.locator(form).count() == 0 ? "" : "no answer beside the field of " + action;
        }
        String lost = String.valueOf(page.evaluate("""
                ([form, text]) => [...document.querySelector(form).querySelectorAll("input:not([type=hidden],[type=checkbox],[type=radio],[type=file]), textarea")]
                  .filter((field) => !field.disabled && field.value !== text).map((field) => field.name).join(" ")""", List.of(form, TYPED)));
        return lost.isEmpty() ? "" : "lost " + lost + " of " + action;
    }

    private static Map<String, String> allPages(DemoInBrowser demo) {
        var pages = new LinkedHashMap<>(SitePages.main(demo));
        pages.putAll(SitePages.rest(demo));
        return pages;
    }
}
