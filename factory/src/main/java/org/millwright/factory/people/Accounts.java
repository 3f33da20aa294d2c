package org.millwright.factory.people;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.clock.RealTime;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of this installation. There is always an owner who can sign in, once there is one. */
@Service
public class Accounts {
    private final AccountStore store;
    private final Passwords passwords;
    private final PeopleJournal journal;
    private final Ids ids;
    private final RealTime time;

    Accounts(AccountStore store, Passwords passwords, PeopleJournal journal, Ids ids, RealTime time) {
        this.store = store;
        this.passwords = passwords;
        this.journal = journal;
        this.ids = ids;
        this.time = time;
    }

    /** Throws {@link Problem} when the login is taken or unusable, or the password is weak. */
    @Transactional
    public Account add(NewAccount wanted, Actor actor) {
        requireUsable(wanted);
        String typed = wanted.password();
        String password = typed == null ? null : passwords.encode(typed, wanted.login());
        return insert(wanted, password, null, actor);
    }

    /** The account that a sign-in service vouches for; made as a buyer's at its first sign-in. */
    @Transactional
    public Account getOrAddFromOutside(String outsideId, String login, String name) {
        return store.findByOutsideId(outsideId).orElseGet(() -> {
            var wanted = new NewAccount(login, name, Set.of(Role.BUYER), null, null, false);
            requireUsable(wanted);
            return insert(wanted, null, outsideId, Actor.system());
        });
    }

    private Account insert(NewAccount wanted, @Nullable String password, @Nullable String outsideId, Actor actor) {
        var account = new Account(
                new AccountId(ids.next()),
                wanted.login(),
                wanted.name(),
                wanted.roles(),
                wanted.person(),
                null,
                wanted.demo(),
                time.instant(),
                null);
        if (!store.insert(account, password, outsideId)) {
            throw Problem.of(Problem.Kind.CONFLICT, "login-taken", Map.of("login", wanted.login()));
        }
        journal.record(actor, "AccountAdded", account.id(), Map.of("roles", words(account.roles())));
        return account;
    }

    /** The first owner, with a password that is told only now; empty when there is an account that is not the demo's. */
    @Transactional
    public Optional<FirstOwner> addFirstOwner() {
        if (store.exists()) {
            return Optional.empty();
        }
        String password = Passwords.generate();
        var owner = add(NewAccount.of("owner", "Owner", Set.of(Role.OWNER), password), Actor.system());
        return Optional.of(new FirstOwner(owner.login(), password));
    }

    /** How the first owner signs in. */
    public record FirstOwner(String login, String password) {}

    /** The account with this login and password; empty when there is none, or it is disabled. */
    public Optional<Account> findByPassword(String login, String password) {
        Optional<Account> account = store.findByLogin(login.strip()).filter(Account::isOpen);
        String encoded = account.map(known -> store.password(known.id())).orElse(null);
        return passwords.matches(password, encoded) ? account : Optional.empty();
    }

    /** Throws {@link Problem} when the present password is wrong or the new one weak. */
    @Transactional
    public void changePassword(AccountId id, String present, String next, Actor actor) {
        Account account = getAccount(id);
        if (!passwords.matches(present, store.password(id))) {
            throw Problem.of(Problem.Kind.INVALID, "password-wrong", Map.of());
        }
        store.setPassword(id, passwords.encode(next, account.login()));
        journal.record(actor, "PasswordChanged", id, Map.of());
    }

    /** Gives the account a new password, for somebody who lost theirs. It is told only now. */
    @Transactional
    public String replacePassword(AccountId id, Actor actor) {
        Account account = getAccount(id);
        String password = Passwords.generate();
        store.setPassword(id, passwords.encode(password, account.login()));
        journal.record(actor, "PasswordReplaced", id, Map.of());
        return password;
    }

    /** Throws {@link Problem} when no owner would be left. */
    @Transactional
    public Account change(AccountId id, String name, Set<Role> roles, @Nullable UUID person, Actor actor) {
        store.lockOwners();
        Account account = getAccount(id);
        if (name.isBlank() || roles.isEmpty()) {
            throw Problem.of(Problem.Kind.INVALID, "account-incomplete", Map.of());
        }
        var changed = new Account(
                id,
                account.login(),
                name.strip(),
                roles,
                person,
                account.language(),
                account.demo(),
                account.createdAt(),
                account.disabledAt());
        store.update(changed);
        requireAnOwner();
        journal.record(actor, "AccountChanged", id, Map.of("roles", words(roles)));
        return changed;
    }

    /** Closes the account, or opens it again. Throws {@link Problem} when no owner would be left. */
    @Transactional
    public void setOpen(AccountId id, boolean open, Actor actor) {
        store.lockOwners();
        Account account = getAccount(id);
        if (account.isOpen() != open) {
            store.update(new Account(
                    id,
                    account.login(),
                    account.name(),
                    account.roles(),
                    account.person(),
                    account.language(),
                    account.demo(),
                    account.createdAt(),
                    open ? null : time.instant()));
            requireAnOwner();
            journal.record(actor, open ? "AccountOpened" : "AccountClosed", id, Map.of());
        }
    }

    /** The language this person reads; null to go by the browser's. */
    @Transactional
    public void setLanguage(AccountId id, @Nullable Locale language) {
        Account account = getAccount(id);
        store.update(new Account(
                id,
                account.login(),
                account.name(),
                account.roles(),
                account.person(),
                language,
                account.demo(),
                account.createdAt(),
                account.disabledAt()));
    }

    public Optional<Account> findAccount(AccountId id) {
        return store.find(id);
    }

    public Optional<Account> findByLogin(String login) {
        return store.findByLogin(login);
    }

    /** Throws {@link Problem} when there is none. */
    public Account getAccount(AccountId id) {
        return store.find(id)
                .orElseThrow(() ->
                        Problem.of(Problem.Kind.NOT_FOUND, "account-not-found", Map.of("account", id.toString())));
    }

    /** By name. */
    public List<Account> listAccounts() {
        return store.list();
    }

    private void requireAnOwner() {
        if (store.list().stream()
                .noneMatch(account -> account.isOpen() && account.roles().contains(Role.OWNER))) {
            throw Problem.of(Problem.Kind.CONFLICT, "last-owner", Map.of());
        }
    }

    private static void requireUsable(NewAccount wanted) {
        boolean plain = wanted.login().matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._+@-]{1,99}");
        if (!plain) {
            throw Problem.of(Problem.Kind.INVALID, "login-unusable", Map.of("login", wanted.login()));
        }
        boolean named = !wanted.name().isBlank()
                && wanted.name().length() <= 100
                && wanted.name().codePoints().noneMatch(Character::isISOControl);
        if (!named || wanted.roles().isEmpty()) {
            throw Problem.of(Problem.Kind.INVALID, "account-incomplete", Map.of());
        }
    }

    private static List<String> words(Set<Role> roles) {
        return roles.stream().sorted().map(Role::word).toList();
    }
}
