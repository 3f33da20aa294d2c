package org.millwright.factory.people.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.people.Account;
import org.millwright.factory.people.AccountId;
import org.millwright.factory.people.Accounts;
import org.millwright.factory.people.PeopleJournal;
import org.millwright.factory.platform.access.UnguessableKey;
import org.millwright.factory.platform.clock.RealTime;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.viewer.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** API tokens: made, found by their text, revoked. Only hashes are kept. */
@Service
public class ApiTokens {
    /** How every token begins, so that scanners for leaked secrets recognise it. */
    public static final String PREFIX = "mw_";

    private static final int SHOWN = 8;
    private static final Duration NOTED_EVERY = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final PeopleJournal journal;
    private final Ids ids;
    private final RealTime time;

    ApiTokens(JdbcClient jdbc, Accounts accounts, PeopleJournal journal, Ids ids, RealTime time) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.journal = journal;
        this.ids = ids;
        this.time = time;
    }

    /** A new token with its text, which is told only now. */
    public record Made(ApiToken token, UnguessableKey text) {}

    /**
     * Makes a token. Throws {@link Problem} for roles that the account does not have.
     *
     * @param validDays null for a token that does not expire
     */
    @Transactional
    public Made make(AccountId holder, String name, Set<Role> roles, @Nullable Integer validDays, Actor actor) {
        Account account = accounts.getAccount(holder);
        if (name.isBlank() || name.length() > 100) {
            throw Problem.of(Problem.Kind.INVALID, "token-name", Map.of());
        }
        boolean held = account.roles().contains(Role.OWNER) || account.roles().containsAll(roles);
        if (roles.isEmpty() || !held) {
            throw Problem.of(Problem.Kind.INVALID, "token-roles", Map.of());
        }
        if (validDays != null && (validDays < 1 || validDays > 3660)) {
            throw Problem.of(Problem.Kind.INVALID, "token-days", Map.of("days", validDays));
        }
        Instant now = time.instant();
        UnguessableKey text = UnguessableKey.next(PREFIX);
        var token = new ApiToken(
                ids.next(),
                holder,
                name.strip(),
                text.text().substring(0, SHOWN),
                roles,
                now,
                validDays == null ? null : now.plus(Duration.ofDays(validDays)),
                null,
                null);
        insert(token, text);
        journal.record(actor, "TokenMade", holder, Map.of("token", token.id()));
        return new Made(token, text);
    }

    private void insert(ApiToken token, UnguessableKey text) {
        Instant expiresAt = token.expiresAt();
        jdbc.sql("""
                insert into people.api_token (id, key_hash, account, name, beginning, roles, created_at, expires_at)
                values (:id, :hash, :account, :name, :beginning, :roles, :createdAt, :expiresAt)""")
                .param("id", token.id())
                .param("hash", text.hash())
                .param("account", token.account().value())
                .param("name", token.name())
                .param("beginning", token.beginning())
                .param("roles", token.roles().stream().map(Role::name).sorted().toArray(String[]::new))
                .param("createdAt", Timestamp.from(token.createdAt()))
                .param("expiresAt", expiresAt == null ? null : Timestamp.from(expiresAt))
                .update();
    }

    /** Who asks with this text; empty when it opens nothing. A token keeps no role that its account has lost. */
    public Optional<Viewer> findViewer(UnguessableKey text) {
        if (!text.text().startsWith(PREFIX)) {
            return Optional.empty();
        }
        Instant now = time.instant();
        return jdbc.sql("select * from people.api_token where key_hash = :hash")
                .param("hash", text.hash())
                .query(ApiTokens::toToken)
                .optional()
                .filter(token -> token.isGood(now))
                .flatMap(token -> {
                    note(token, now);
                    return accounts.findAccount(token.account())
                            .filter(Account::isOpen)
                            .map(account -> account.viewer(rolesOf(account, token), token.id()));
                });
    }

    private static Set<Role> rolesOf(Account account, ApiToken token) {
        if (account.roles().contains(Role.OWNER)) {
            return token.roles();
        }
        var both = EnumSet.noneOf(Role.class);
        both.addAll(account.roles());
        both.retainAll(token.roles());
        return both;
    }

    private void note(ApiToken token, Instant now) {
        Instant used = token.lastUsedAt();
        if (used == null || used.plus(NOTED_EVERY).isBefore(now)) {
            jdbc.sql("update people.api_token set last_used_at = :now where id = :id")
                    .param("now", Timestamp.from(now))
                    .param("id", token.id())
                    .update();
        }
    }

    /** Ends a token for good. Throws {@link Problem} when the account has no such token. */
    @Transactional
    public void revoke(UUID id, AccountId holder, Actor actor) {
        int revoked = jdbc.sql("""
                update people.api_token set revoked_at = coalesce(revoked_at, :now) where id = :id and account = :account""")
                .param("id", id)
                .param("account", holder.value())
                .param("now", Timestamp.from(time.instant()))
                .update();
        if (revoked == 0) {
            throw Problem.of(Problem.Kind.NOT_FOUND, "token-not-found", Map.of("token", id.toString()));
        }
        journal.record(actor, "TokenRevoked", holder, Map.of("token", id));
    }

    /** Those of an account that were not revoked, newest first. */
    public List<ApiToken> list(AccountId holder) {
        return jdbc.sql("""
                select * from people.api_token where account = :account and revoked_at is null order by id desc""")
                .param("account", holder.value())
                .query(ApiTokens::toToken)
                .list();
    }

    private static ApiToken toToken(ResultSet row, int number) throws SQLException {
        return new ApiToken(
                row.getObject("id", UUID.class),
                new AccountId(row.getObject("account", UUID.class)),
                row.getString("name"),
                row.getString("beginning"),
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Role::valueOf)
                        .collect(Collectors.toSet()),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "expires_at"),
                instant(row, "last_used_at"),
                instant(row, "revoked_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
