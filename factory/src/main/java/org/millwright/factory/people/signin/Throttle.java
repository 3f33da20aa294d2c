package org.millwright.factory.people.signin;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.millwright.factory.platform.access.UnguessableKey;
import org.millwright.factory.platform.clock.RealTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes guessing passwords slow: after 5 failures for an account, or 30 from a network address, each further failure
 * doubles the wait, from 30 seconds to 15 minutes. A day without failure forgets them. Kept in the database, so that a
 * restart or another node forgets nothing.
 */
@Service
public class Throttle {
    private static final int FREE_PER_ACCOUNT = 5;
    private static final int FREE_PER_ADDRESS = 30;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final RealTime time;

    Throttle(JdbcClient jdbc, RealTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Until when nobody may try this login, or from this address; empty when one may try now. */
    public Optional<Instant> blockedUntil(String login, String address) {
        return jdbc.sql("""
                select max(blocked_until) from people.failed_attempt
                where subject in (:account, :address) and blocked_until > :now
                having max(blocked_until) is not null""")
                .param("account", account(login))
                .param("address", address(address))
                .param("now", Timestamp.from(time.instant()))
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** Counts a failure. */
    @Transactional
    public void failed(String login, String address) {
        Instant now = time.instant();
        jdbc.sql("delete from people.failed_attempt where last_at < :forgotten")
                .param("forgotten", Timestamp.from(now.minus(FORGOTTEN_AFTER)))
                .update();
        count(account(login), FREE_PER_ACCOUNT, now);
        count(address(address), FREE_PER_ADDRESS, now);
    }

    /** Forgets the failures of an account whose holder has signed in. The address stays counted. */
    @Transactional
    public void succeeded(String login) {
        jdbc.sql("delete from people.failed_attempt where subject = :account")
                .param("account", account(login))
                .update();
    }

    private void count(String subject, int free, Instant now) {
        int failures = jdbc.sql("""
                insert into people.failed_attempt (subject, failures, last_at) values (:subject, 1, :now)
                on conflict (subject) do update set failures = failed_attempt.failures + 1, last_at = :now
                returning failures""")
                .param("subject", subject)
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .single();
        if (failures >= free) {
            jdbc.sql("update people.failed_attempt set blocked_until = :until where subject = :subject")
                    .param("subject", subject)
                    .param("until", Timestamp.from(now.plus(pause(failures - free))))
                    .update();
        }
    }

    private static Duration pause(int beyondFree) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(beyondFree, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** Hashed, since people type passwords into the wrong field, and to bound its length. */
    private static String account(String login) {
        var hash = new UnguessableKey(login.strip().toLowerCase(Locale.ROOT)).hash();
        return "account " + java.util.HexFormat.of().formatHex(hash);
    }

    private static String address(String address) {
        return "address " + address;
    }
}
