package org.millwright.factory.platform.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.money.Money;
import org.millwright.factory.platform.text.Lasting;
import org.millwright.factory.platform.text.Saying;
import org.millwright.factory.platform.text.Texts;
import org.millwright.factory.platform.web.viewer.CurrentFactory;
import org.millwright.factory.platform.web.viewer.Viewer;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every template can ask: texts, and how times, durations and figures are written.
 *
 * @param title already in the reader's language
 * @param section the part of the rail that is marked
 */
public record Page(
        String title,
        String section,
        Locale locale,
        CurrentFactory.View factory,
        Instant now,
        double speed,
        Texts texts,
        Frame frame) {
    private static final ResourceBundle.Control NO_SYSTEM_LOCALE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public String text(String key) {
        return texts.text(key, Map.of(), locale);
    }

    /** Whether there is such a text. */
    public boolean has(String key) {
        return texts.has(key);
    }

    /** Fills the gaps by name: {@code text(key, "gap", value, …)}. */
    public String text(String key, Object... gapsAndValues) {
        var args = new HashMap<String, Object>();
        for (int i = 0; i < gapsAndValues.length; i += 2) {
            args.put(gapsAndValues[i].toString(), gapsAndValues[i + 1]);
        }
        return texts.text(key, args, locale);
    }

    /** All texts whose keys begin so, as a JSON object by the rest of the key, for scripts to fill their gaps. */
    public String words(String beginning) {
        var words = new TreeMap<String, String>();
        for (String key : texts.keys()) {
            if (key.startsWith(beginning)) {
                words.put(key.substring(beginning.length()), texts.raw(key, locale));
            }
        }
        return JsonMapper.shared().writeValueAsString(words);
    }

    /** What a date and time field holds, in the factory's zone: {@code 2026-11-24T14:20}. */
    public String field(Instant instant) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT).format(instant.atZone(factory.zone()));
    }

    /** A sentence that was kept for every language. */
    public String said(Saying saying) {
        return saying.in(locale);
    }

    /** Day and time in the factory's zone, for instance {@code Tue 24 Nov 14:20}. */
    public String time(@Nullable Instant instant) {
        return instant == null
                ? "–"
                : DateTimeFormatter.ofPattern("EEE d MMM HH:mm", locale).format(instant.atZone(factory.zone()));
    }

    /** The day in the factory's zone, for instance {@code Tuesday 24 November}. */
    public String day(Instant instant) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM", locale).format(instant.atZone(factory.zone()));
    }

    /** A day in short, for instance {@code Tue 24}. */
    public String weekday(LocalDate day) {
        return DateTimeFormatter.ofPattern("EEE d", locale).format(day);
    }

    /** Fills the gaps of a text by name. */
    public String text(String key, Map<String, Object> args) {
        return texts.text(key, args, locale);
    }

    /** How far an instant is from now, in the coarsest unit that says it well: {@code in 3 h}, {@code 2 days ago}. */
    public String when(@Nullable Instant instant) {
        if (instant == null) {
            return "–";
        }
        long minutes = Math.round(Duration.between(now, instant).toSeconds() / 60.0);
        if (minutes == 0) {
            return text("when.now");
        }
        String span = span(Math.abs(minutes));
        return minutes > 0 ? text("when.in", "span", span) : text("when.ago", "span", span);
    }

    /** A length of time in the coarsest unit that says it well: {@code 40 min}, {@code 3 h}, {@code 2 days}. */
    public String span(Duration duration) {
        return span(Math.max(1, Math.round(Math.abs(duration.toSeconds()) / 60.0)));
    }

    private String span(long minutes) {
        if (minutes < 90) {
            return text("when.minutes", "count", minutes);
        }
        long hours = Math.round(minutes / 60.0);
        if (hours < 36) {
            return text("when.hours", "count", hours);
        }
        return text("when.days", "count", Math.round(hours / 24.0));
    }

    /** Money by the reader's habits, for instance {@code €12.50}. */
    public String money(@Nullable Money amount) {
        if (amount == null) {
            return "–";
        }
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(amount.currency());
        format.setMinimumFractionDigits(amount.currency().getDefaultFractionDigits());
        format.setMaximumFractionDigits(amount.currency().getDefaultFractionDigits());
        return format.format(amount.toDecimal());
    }

    /** As {@link Lasting} tells it. */
    public String duration(Duration duration) {
        return Lasting.of(duration).in(locale);
    }

    /** A figure with at most the given decimals, by the reader's habits. */
    public String figure(@Nullable Number value, int decimals) {
        if (value == null) {
            return "–";
        }
        var format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    /** What a process calls one of its characteristics. */
    public String characteristic(String name) {
        return ResourceBundle.getBundle(
                        "org.millwright.processes.words", locale, Page.class.getClassLoader(), NO_SYSTEM_LOCALE)
                .getString("characteristic." + name);
    }

    /** A figure for attributes of drawings: a point for decimals, whatever the reader's habits. */
    public String plain(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** A number as somebody would type it into a field: as short as it is, and read back the same in every language. */
    public String typed(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** Who looks. */
    public Viewer viewer() {
        return frame.viewer();
    }

    /** Marks the rail. */
    public @Nullable String current(String name) {
        return name.equals(section) ? "page" : null;
    }
}
