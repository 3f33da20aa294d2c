package org.millwright.factory.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.millwright.factory.platform.text.Saying.Moment;

class SayingTest {
    private static final Moment MONDAY = new Moment(Instant.parse("2026-11-23T09:30:00Z"), ZoneId.of("Europe/Berlin"));

    @Test
    void eachReaderGetsItInTheirOwnLanguage() {
        Saying busy = Saying.of("promise.machine-busy", Map.of("until", MONDAY));
        assertThat(busy.in(Locale.ENGLISH)).isEqualTo("The machines are busy with other work until Mon 23 Nov 10:30.");
        assertThat(busy.in(Locale.GERMAN))
                .isEqualTo("Die Maschinen sind bis Mo. 23 Nov. 10:30 mit anderer Arbeit belegt.");
    }

    @Test
    void numbersAreWrittenAsTheReaderWritesThem() {
        Saying waits = Saying.of("waiting.material", Map.of("material", "PLA", "massG", 12.34));
        assertThat(waits.in(Locale.ENGLISH)).contains("12.3 g");
        assertThat(waits.in(Locale.GERMAN)).contains("12,3 g");
    }

    @Test
    void whatIsStoredIsReadAgain() {
        Saying busy = Saying.of("promise.machine-busy", Map.of("until", MONDAY));
        assertThat(Saying.read(busy.stored())).isEqualTo(busy);
    }

    @Test
    void sentencesFromBeforeStayAsTheyWereWritten() {
        Saying plain = Saying.read("The machines are busy.");
        assertThat(plain.in(Locale.GERMAN)).isEqualTo("The machines are busy.");
        assertThat(plain.stored()).isEqualTo("The machines are busy.");
    }

    @Test
    void whatHasNoWordsIsRefused() {
        assertThatThrownBy(() -> Saying.of("promise.machine-busy", Map.of("until", Instant.EPOCH)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("until");
    }
}
