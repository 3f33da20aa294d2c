package org.millwright.factory.platform.clock;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.PlatformSettings;
import org.millwright.factory.platform.problem.Problem;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * The time that the whole factory lives by: real time, or in a time-lapse a faster one. Factory time never runs
 * backwards, also not after a restart; while the program is stopped in an orderly way, a time-lapse stands still.
 */
@Primary
@Component
public class FactoryClock extends Clock {
    private final RealTime real;
    private final ClockAnchors anchors;
    private final boolean timeLapse;
    private final double usualSpeed;
    private volatile boolean replaying;
    private volatile @Nullable ClockAnchor anchor;

    FactoryClock(RealTime real, ClockAnchors anchors, PlatformSettings settings) {
        this.real = real;
        this.anchors = anchors;
        this.timeLapse = settings.timeLapse() > 0;
        this.usualSpeed = timeLapse ? settings.timeLapse() : 1;
        Instant now = real.instant();
        ClockAnchor last = anchors.find().orElse(null);
        if (timeLapse) {
            Instant factory = last == null ? now : last.stopped() ? last.factory() : last.factoryAt(now);
            moveAnchor(new ClockAnchor(now, factory, settings.timeLapse(), false));
        } else if (last != null) {
            continueInRealTime(last, now);
        }
    }

    @Override
    public Instant instant() {
        ClockAnchor current = anchor;
        return current == null ? real.instant() : current.factoryAt(real.instant());
    }

    /** Factory seconds per real second: 1 outside of a time-lapse. */
    public double speed() {
        ClockAnchor current = anchor;
        return current == null ? 1 : current.speed();
    }

    /** Whether this clock may be sped up and moved forward. */
    public boolean timeLapse() {
        return timeLapse;
    }

    /** How long to wait in the real world until this factory time has come; zero when it has passed. */
    public Duration realDurationUntil(Instant factoryTime) {
        Duration wait = Duration.between(instant(), factoryTime);
        return wait.isNegative() ? Duration.ZERO : Duration.ofMillis((long) Math.ceil(wait.toMillis() / speed()));
    }

    /**
     * Changes how fast factory time runs from now on.
     *
     * @param speed factory seconds per real second, above 0 and at most 1 000 000
     * @throws Problem outside of a time-lapse
     */
    public synchronized void setSpeed(double speed) {
        requireTimeLapse();
        if (!(speed > 0 && speed <= 1_000_000)) {
            throw Problem.of(Problem.Kind.INVALID, "clock-speed", Map.of("speed", speed));
        }
        moveAnchor(new ClockAnchor(real.instant(), instant(), speed, false));
    }

    /**
     * Moves factory time forward to the given instant.
     *
     * @throws Problem outside of a time-lapse, or when the instant lies in the past
     */
    public synchronized void leapTo(Instant factoryTime) {
        requireTimeLapse();
        Instant now = instant();
        if (factoryTime.isBefore(now)) {
            throw Problem.of(Problem.Kind.REFUSED, "clock-backwards", Map.of("wanted", factoryTime, "now", now));
        }
        moveAnchor(new ClockAnchor(real.instant(), factoryTime, speed(), false));
    }

    /** As {@link #leapTo}, but nothing happens when the instant has passed already. */
    public synchronized void skipTo(Instant factoryTime) {
        requireTimeLapse();
        Instant now = instant();
        moveAnchor(new ClockAnchor(real.instant(), factoryTime.isAfter(now) ? factoryTime : now, speed(), false));
    }

    /**
     * Lives through a past first, which may be skipped through. Only for an installation in which nothing has happened: what
     * is recorded next is recorded in the past.
     */
    public synchronized void replayFrom(Instant past) {
        replaying = true;
        moveAnchor(new ClockAnchor(real.instant(), past, usualSpeed, false));
    }

    /** Ends a replay: it is now again, or as late as the replay went. */
    public synchronized void endReplay() {
        Instant now = real.instant();
        Instant reached = instant();
        replaying = false;
        if (timeLapse || reached.isAfter(now)) {
            moveAnchor(new ClockAnchor(now, reached.isAfter(now) ? reached : now, usualSpeed, false));
        } else {
            anchors.forget();
            anchor = null;
        }
    }

    @PreDestroy
    synchronized void stop() {
        if (timeLapse) {
            moveAnchor(new ClockAnchor(real.instant(), instant(), speed(), true));
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ClockInZone(this, zone);
    }

    private void continueInRealTime(ClockAnchor last, Instant now) {
        Instant factory = last.stopped() ? last.factory() : last.factoryAt(now);
        if (factory.isAfter(now)) {
            // An earlier time-lapse ran ahead: going back would put new journal entries before old ones.
            moveAnchor(new ClockAnchor(now, factory, 1, false));
        } else {
            anchors.forget();
        }
    }

    private void moveAnchor(ClockAnchor next) {
        anchors.save(next);
        anchor = next;
    }

    private void requireTimeLapse() {
        if (!timeLapse && !replaying) {
            throw Problem.of(Problem.Kind.REFUSED, "clock-real-time", Map.of());
        }
    }

    private static final class ClockInZone extends Clock {
        private final FactoryClock clock;
        private final ZoneId zone;

        ClockInZone(FactoryClock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new ClockInZone(clock, other);
        }
    }
}
