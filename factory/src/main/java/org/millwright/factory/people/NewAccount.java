package org.millwright.factory.people;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.identity.Role;

/**
 * What an account is made from.
 *
 * @param password as its holder types it; null when nobody can sign in with a password
 * @param person the facility's person whom the account stands for
 * @param demo whether it belongs to the demo
 */
public record NewAccount(
        String login,
        String name,
        Set<Role> roles,
        @Nullable String password,
        @Nullable UUID person,
        boolean demo) {
    public NewAccount {
        login = login.strip();
        name = name.strip();
        roles = Set.copyOf(roles);
    }

    public static NewAccount of(String login, String name, Set<Role> roles, String password) {
        return new NewAccount(login, name, roles, password, null, false);
    }

    /** Not the password, so that no log shows it. */
    @Override
    public String toString() {
        return "NewAccount[%s, %s, %s]".formatted(login, name, roles);
    }
}
