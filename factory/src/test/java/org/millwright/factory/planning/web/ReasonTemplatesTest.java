package org.millwright.factory.planning.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.millwright.factory.planning.board.BarId;
import org.millwright.factory.planning.board.Because;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.text.Texts;
import org.millwright.factory.platform.web.Frame;
import org.millwright.factory.platform.web.Page;
import org.millwright.factory.platform.web.viewer.CurrentFactory;
import org.millwright.factory.platform.web.viewer.Viewer;

/** Reasons are read by people: a skill has its name in their language, a machine the name that it was given. */
class ReasonTemplatesTest {
    private static final Instant UNTIL = Instant.parse("2026-11-24T14:20:00Z");

    @Test
    void aSkillIsNamedInTheReadersLanguage() {
        Because nobody = because("person-not-available", "printing", UNTIL);
        assertThat(moved(nobody, Locale.GERMAN)).contains("Fähigkeit Drucken").doesNotContain("printing");
        assertThat(standing(nobody, Locale.GERMAN))
                .contains("Fähigkeit Drucken")
                .doesNotContain("printing");
        assertThat(moved(nobody, Locale.ENGLISH)).contains("the skill printing");
        assertThat(moved(because("person-not-available", "printing", null), Locale.GERMAN))
                .isEqualTo("Niemand mit der Fähigkeit Drucken ist da.");
    }

    @Test
    void aSkillThatNobodyTranslatedKeepsItsName() {
        Because nobody = because("person-not-available", "anodising", UNTIL);
        assertThat(moved(nobody, Locale.GERMAN)).contains("Fähigkeit anodising");
        assertThat(standing(nobody, Locale.GERMAN)).contains("Fähigkeit anodising");
    }

    @Test
    void aMachineThatIsCalledLikeASkillKeepsItsName() {
        Because down = because("machine-closed", "printing", UNTIL);
        assertThat(moved(down, Locale.GERMAN)).contains("printing").doesNotContain("Drucken");
        assertThat(standing(down, Locale.GERMAN)).contains("printing").doesNotContain("Drucken");
    }

    private static String moved(Because why, Locale locale) {
        return render("board/moveReason.jte", "why", why, locale);
    }

    private static String standing(Because because, Locale locale) {
        return render("board/because.jte", "because", because, locale);
    }

    private static Because because(String reason, String resource, @Nullable Instant until) {
        BarId bar = new BarId(BarId.Kind.STEP, new UUID(0, 1));
        return new Because(reason, bar, "T-1", resource, "", null, until);
    }

    private static String render(String template, String parameter, Because because, Locale locale) {
        var factory = new CurrentFactory.View(new FactoryId(new UUID(0, 2)), "Demo", ZoneOffset.UTC);
        var frame = new Frame(Viewer.VISITOR, null, "", false, false, "");
        var page = new Page("", "board", locale, factory, Instant.EPOCH, 1, Texts.bundled(), frame);
        var html = new StringOutput();
        TemplateEngine.createPrecompiled(
                        Path.of(""),
                        ContentType.Html,
                        ReasonTemplatesTest.class.getClassLoader(),
                        "org.millwright.templates")
                .render(template, Map.of("page", page, parameter, because), html);
        return html.toString().strip();
    }
}
