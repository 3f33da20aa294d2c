package org.millwright.factory.people.signin;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.millwright.factory.people.Account;
import org.millwright.factory.people.AccountId;
import org.millwright.factory.people.Accounts;
import org.millwright.factory.platform.access.UnguessableKey;
import org.millwright.factory.platform.clock.RealTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Browsers that are signed in. They stay so over restarts and on every node, until they sign out, 7 days pass without a
 * visit, or 30 days have passed.
 */
@Service
public class SignIns {
    /** After which a browser has to sign in anew, whatever it does. */
    public static final Duration LONGEST = Duration.ofDays(30);

    private static final Duration LONGEST_PAUSE = Duration.ofDays(7);
    /** How exactly the last visit is known; writing it at each request would cost more than it tells. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final RealTime time;

    SignIns(JdbcClient jdbc, Accounts accounts, RealTime time) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.time = time;
    }

    private record Row(AccountId account, Instant lastSeenAt) {}

    /**
     * Signs a browser in. The key is always a new one, so that nobody can have planted it before.
     *
     * @param browser what the browser calls itself, for the list of sign-ins
     */
    @Transactional
    public UnguessableKey open(AccountId account, String browser) {
        Instant now = time.instant();
        jdbc.sql("delete from people.sign_in where expires_at < :now or last_seen_at < :unused")
                .param("now", Timestamp.from(now))
                .param("unused", Timestamp.from(now.minus(LONGEST_PAUSE)))
                .update();
        var key = UnguessableKey.next();
        jdbc.sql("""
                insert into people.sign_in (key_hash, account, browser, created_at, last_seen_at, expires_at)
                values (:hash, :account, :browser, :now, :now, :expiresAt)""")
                .param("hash", key.hash())
                .param("account", account.value())
                .param("browser", browser.substring(0, Math.min(200, browser.length())))
                .param("now", Timestamp.from(now))
                .param("expiresAt", Timestamp.from(now.plus(LONGEST)))
                .update();
        return key;
    }

    /** Whose browser this is; empty when it is not signed in, or no longer, or the account is closed. */
    public Optional<Account> find(UnguessableKey key) {
        Instant now = time.instant();
        Optional<Row> row = jdbc.sql("""
                select account, last_seen_at from people.sign_in
                where key_hash = :hash and expires_at >= :now and last_seen_at >= :unused""")
                .param("hash", key.hash())
                .param("now", Timestamp.from(now))
                .param("unused", Timestamp.from(now.minus(LONGEST_PAUSE)))
                .query((found, number) -> new Row(
                        new AccountId(found.getObject("account", UUID.class)),
                        found.getTimestamp("last_seen_at").toInstant()))
                .optional();
        row.filter(seen -> seen.lastSeenAt().plus(NOTED_EVERY).isBefore(now)).ifPresent(seen -> note(key, now));
        return row.flatMap(seen -> accounts.findAccount(seen.account())).filter(Account::isOpen);
    }

    private void note(UnguessableKey key, Instant now) {
        jdbc.sql("update people.sign_in set last_seen_at = :now where key_hash = :hash")
                .param("now", Timestamp.from(now))
                .param("hash", key.hash())
                .update();
    }

    /** Signs this browser out. */
    @Transactional
    public void close(UnguessableKey key) {
        jdbc.sql("delete from people.sign_in where key_hash = :hash")
                .param("hash", key.hash())
                .update();
    }

    /** Signs all browsers of an account out. Returns how many there were. */
    @Transactional
    public int closeAll(AccountId account) {
        return jdbc.sql("delete from people.sign_in where account = :account")
                .param("account", account.value())
                .update();
    }

    /** How many browsers the account is signed in with. */
    public int count(AccountId account) {
        return jdbc.sql("select count(*) from people.sign_in where account = :account and expires_at >= :now")
                .param("account", account.value())
                .param("now", Timestamp.from(time.instant()))
                .query(Integer.class)
                .single();
    }
}
