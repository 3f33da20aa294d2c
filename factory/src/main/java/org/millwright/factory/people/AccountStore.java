package org.millwright.factory.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.identity.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code people.account}. */
@Repository
class AccountStore {
    private final JdbcClient jdbc;

    AccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the login is taken. */
    boolean insert(Account account, @Nullable String password, @Nullable String outsideId) {
        return jdbc.sql("""
                insert into people.account (id, login, name, roles, password, person, demo, outside_id, created_at)
                values (:id, :login, :name, :roles, :password, :person, :demo, :outsideId, :createdAt)
                on conflict (lower(login)) do nothing""")
                        .param("id", account.id().value())
                        .param("login", account.login())
                        .param("name", account.name())
                        .param("roles", names(account.roles()))
                        .param("password", password)
                        .param("person", account.person())
                        .param("demo", account.demo())
                        .param("outsideId", outsideId)
                        .param("createdAt", Timestamp.from(account.createdAt()))
                        .update()
                == 1;
    }

    Optional<Account> find(AccountId id) {
        return jdbc.sql("select * from people.account where id = :id")
                .param("id", id.value())
                .query(AccountStore::toAccount)
                .optional();
    }

    Optional<Account> findByLogin(String login) {
        return jdbc.sql("select * from people.account where lower(login) = lower(:login)")
                .param("login", login)
                .query(AccountStore::toAccount)
                .optional();
    }

    Optional<Account> findByOutsideId(String outsideId) {
        return jdbc.sql("select * from people.account where outside_id = :outsideId")
                .param("outsideId", outsideId)
                .query(AccountStore::toAccount)
                .optional();
    }

    List<Account> list() {
        return jdbc.sql("select * from people.account order by name, id")
                .query(AccountStore::toAccount)
                .list();
    }

    /** Encoded; null for an account without password, or that is not there. */
    @Nullable
    String password(AccountId id) {
        return jdbc.sql("select password from people.account where id = :id and password is not null")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** Signs all browsers of the account out, since somebody may have known the old one. */
    void setPassword(AccountId id, String encoded) {
        jdbc.sql("delete from people.sign_in where account = :id")
                .param("id", id.value())
                .update();
        jdbc.sql("update people.account set password = :password where id = :id")
                .param("id", id.value())
                .param("password", encoded)
                .update();
    }

    void update(Account account) {
        Instant disabledAt = account.disabledAt();
        Locale language = account.language();
        jdbc.sql("""
                update people.account
                set name = :name, roles = :roles, person = :person, language = :language, disabled_at = :disabledAt
                where id = :id""")
                .param("id", account.id().value())
                .param("name", account.name())
                .param("roles", names(account.roles()))
                .param("person", account.person())
                .param("language", language == null ? null : language.toLanguageTag())
                .param("disabledAt", disabledAt == null ? null : Timestamp.from(disabledAt))
                .update();
    }

    /** Keeps others from changing who is an owner until this transaction ends. */
    void lockOwners() {
        jdbc.sql("select id from people.account where 'OWNER' = any (roles) order by id for update")
                .query(UUID.class)
                .list();
    }

    /** Whether there is an account beside those of the demo. */
    boolean exists() {
        return jdbc.sql("select exists (select from people.account where not demo)")
                .query(Boolean.class)
                .single();
    }

    static String[] names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }

    static Set<Role> roles(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    static Account toAccount(ResultSet row, int number) throws SQLException {
        Timestamp disabledAt = row.getTimestamp("disabled_at");
        String language = row.getString("language");
        return new Account(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("login"),
                row.getString("name"),
                roles(row),
                row.getObject("person", UUID.class),
                language == null ? null : Locale.forLanguageTag(language),
                row.getBoolean("demo"),
                row.getTimestamp("created_at").toInstant(),
                disabledAt == null ? null : disabledAt.toInstant());
    }
}
