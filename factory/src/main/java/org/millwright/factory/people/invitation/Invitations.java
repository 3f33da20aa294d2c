package org.millwright.factory.people.invitation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.people.Account;
import org.millwright.factory.people.Accounts;
import org.millwright.factory.people.NewAccount;
import org.millwright.factory.platform.access.UnguessableKey;
import org.millwright.factory.platform.clock.RealTime;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invitations: each good for one account, within 7 days. */
@Service
public class Invitations {
    private static final Duration VALID = Duration.ofDays(7);
    private static final Actor INVITED = new Actor("invited person", "invited", false);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Ids ids;
    private final RealTime time;

    Invitations(JdbcClient jdbc, Accounts accounts, Ids ids, RealTime time) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.ids = ids;
        this.time = time;
    }

    /** A new invitation with its key, which is told only now. */
    public record Made(Invitation invitation, UnguessableKey key) {}

    @Transactional
    public Made invite(String name, Set<Role> roles, @Nullable UUID person) {
        if (name.isBlank()
                || name.length() > 100
                || roles.isEmpty()
                || name.codePoints().anyMatch(Character::isISOControl)) {
            throw Problem.of(Problem.Kind.INVALID, "account-incomplete", Map.of());
        }
        Instant now = time.instant();
        var invitation = new Invitation(ids.next(), name.strip(), roles, person, now, now.plus(VALID));
        var key = UnguessableKey.next();
        jdbc.sql("""
                insert into people.invitation (id, key_hash, name, roles, person, created_at, expires_at)
                values (:id, :hash, :name, :roles, :person, :createdAt, :expiresAt)""")
                .param("id", invitation.id())
                .param("hash", key.hash())
                .param("name", invitation.name())
                .param("roles", roles.stream().map(Role::name).sorted().toArray(String[]::new))
                .param("person", person)
                .param("createdAt", Timestamp.from(invitation.createdAt()))
                .param("expiresAt", Timestamp.from(invitation.expiresAt()))
                .update();
        return new Made(invitation, key);
    }

    /** The invitation while it can be used. */
    public Optional<Invitation> find(UnguessableKey key) {
        return jdbc.sql("""
                select * from people.invitation
                where key_hash = :hash and accepted_by is null and withdrawn_at is null and expires_at > :now""")
                .param("hash", key.hash())
                .param("now", Timestamp.from(time.instant()))
                .query(Invitations::toInvitation)
                .optional();
    }

    /** Makes the account. Throws {@link Problem} when the invitation was used, withdrawn or has expired. */
    @Transactional
    public Account accept(UnguessableKey key, String login, String name, String password) {
        Invitation invitation =
                find(key).orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, "invitation-over", Map.of()));
        Account account = accounts.add(
                new NewAccount(login, name, invitation.roles(), password, invitation.person(), false), INVITED);
        int taken = jdbc.sql(
                        "update people.invitation set accepted_by = :account where id = :id and accepted_by is null")
                .param("account", account.id().value())
                .param("id", invitation.id())
                .update();
        if (taken == 0) {
            throw Problem.of(Problem.Kind.NOT_FOUND, "invitation-over", Map.of());
        }
        return account;
    }

    /** Ends an invitation that nobody has used. */
    @Transactional
    public void withdraw(UUID id) {
        jdbc.sql("update people.invitation set withdrawn_at = :now where id = :id and withdrawn_at is null")
                .param("id", id)
                .param("now", Timestamp.from(time.instant()))
                .update();
    }

    /** Those that can still be used, newest first. */
    public List<Invitation> listOpen() {
        return jdbc.sql("""
                select * from people.invitation
                where accepted_by is null and withdrawn_at is null and expires_at > :now order by id desc""")
                .param("now", Timestamp.from(time.instant()))
                .query(Invitations::toInvitation)
                .list();
    }

    private static Invitation toInvitation(ResultSet row, int number) throws SQLException {
        return new Invitation(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Role::valueOf)
                        .collect(Collectors.toSet()),
                row.getObject("person", UUID.class),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }
}
