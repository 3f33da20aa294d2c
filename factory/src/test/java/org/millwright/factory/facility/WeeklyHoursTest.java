package org.millwright.factory.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.factory.facility.hours.Span;
import org.millwright.factory.facility.hours.WeeklyHours;

class WeeklyHoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void aWorkingWeekHasFiveShiftsAndAFreeWeekend() {
        // 2026-01-05 is a Monday.
        assertThat(local("Mon-Fri 08:00-17:00", "2026-01-05T00:00", "2026-01-12T00:00"))
                .isEqualTo("""
                2026-01-05T08:00 2026-01-05T17:00
                2026-01-06T08:00 2026-01-06T17:00
                2026-01-07T08:00 2026-01-07T17:00
                2026-01-08T08:00 2026-01-08T17:00
                2026-01-09T08:00 2026-01-09T17:00""");
    }

    @Test
    void daysMayDifferAndHaveBreaks() {
        assertThat(local("Mon-Thu 08:00-12:00,13:00-17:30; Fri 08:00-14:00", "2026-01-08T00:00", "2026-01-10T00:00"))
                .isEqualTo("""
                2026-01-08T08:00 2026-01-08T12:00
                2026-01-08T13:00 2026-01-08T17:30
                2026-01-09T08:00 2026-01-09T14:00""");
    }

    @Test
    void aNightShiftRunsIntoTheNextDayAlsoWhenTheQuestionStartsInside() {
        assertThat(local("Mon,Wed 22:00-06:00", "2026-01-06T02:00", "2026-01-08T00:00"))
                .isEqualTo("""
                2026-01-06T02:00 2026-01-06T06:00
                2026-01-07T22:00 2026-01-08T00:00""");
    }

    @Test
    void daysMayRunOverTheEndOfTheWeek() {
        assertThat(local("Sat-Mon 10:00-12:00", "2026-01-05T00:00", "2026-01-12T00:00"))
                .isEqualTo("""
                2026-01-05T10:00 2026-01-05T12:00
                2026-01-10T10:00 2026-01-10T12:00
                2026-01-11T10:00 2026-01-11T12:00""");
    }

    @Test
    void wholeDaysJoinIntoOneSpan() {
        assertThat(local("Mon-Sun 00:00-24:00", "2026-01-05T03:00", "2026-01-09T04:00"))
                .isEqualTo("2026-01-05T03:00 2026-01-09T04:00");
    }

    @Test
    void overlappingTimesCountOnce() {
        assertThat(local("Mon 08:00-12:00,10:00-14:00,08:00-09:00", "2026-01-05T00:00", "2026-01-06T00:00"))
                .isEqualTo("2026-01-05T08:00 2026-01-05T14:00");
    }

    @Test
    void alwaysIsExactlyTheTimeAskedFor() {
        Instant from = Instant.parse("2026-03-28T12:00:00Z");
        Instant until = Instant.parse("2026-03-30T12:00:00Z");
        assertThat(WeeklyHours.always().spans(from, until, BERLIN)).containsExactly(new Span(from, until));
        assertThat(WeeklyHours.always().spans(until, from, BERLIN)).isEmpty();
    }

    @Test
    void theNightTheClockIsSetForwardIsAnHourShorter() {
        // Europe/Berlin skips 02:00-03:00 on 2026-03-29, a Sunday.
        assertThat(lengths("Sat 22:00-06:00", LocalDate.of(2026, 3, 28))).containsExactly(Duration.ofHours(7));
        assertThat(lengths("Sun 08:00-17:00", LocalDate.of(2026, 3, 29))).containsExactly(Duration.ofHours(9));
    }

    @Test
    void theNightTheClockIsSetBackIsAnHourLonger() {
        // Europe/Berlin repeats 02:00-03:00 on 2026-10-25, a Sunday.
        assertThat(lengths("Sat 22:00-06:00", LocalDate.of(2026, 10, 24))).containsExactly(Duration.ofHours(9));
    }

    @Test
    void aShiftThatStartsInTheSkippedHourStartsAfterIt() {
        assertThat(local("Sun 02:30-04:00", "2026-03-29T00:00", "2026-03-30T00:00"))
                .isEqualTo("2026-03-29T03:30 2026-03-29T04:00");
    }

    @Test
    void neverHasNoSpans() {
        assertThat(local("never", "2026-01-05T00:00", "2026-01-12T00:00")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Mon",
                "08:00-17:00",
                "Moo 08:00-17:00",
                "Mon 8-17",
                "Mon 08:60-09:00",
                "Mon 24:00-25:00",
                "Mon 08:00-08:00",
                "Mon-Tue-Wed 08:00-09:00"
            })
    void whatCannotBeReadIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> new WeeklyHours(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe write them like");
    }

    private static String local(String hours, String from, String until) {
        return spans(hours, LocalDateTime.parse(from), LocalDateTime.parse(until)).stream()
                .map(span -> local(span.start()) + " " + local(span.end()))
                .collect(Collectors.joining("\n"));
    }

    private static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, BERLIN);
    }

    private static List<Duration> lengths(String hours, LocalDate day) {
        return spans(hours, day.atStartOfDay(), day.plusDays(2).atStartOfDay()).stream()
                .map(Span::length)
                .toList();
    }

    private static List<Span> spans(String hours, LocalDateTime from, LocalDateTime until) {
        return new WeeklyHours(hours)
                .spans(from.atZone(BERLIN).toInstant(), until.atZone(BERLIN).toInstant(), BERLIN);
    }
}
