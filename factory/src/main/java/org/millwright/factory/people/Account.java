package org.millwright.factory.people;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.web.viewer.Viewer;

/**
 * Somebody who may sign in.
 *
 * @param login what is typed to sign in: an e-mail address or a short name
 * @param name how others see this person
 * @param person the facility's person whose skills and hours count; null when this account does not work on the floor
 * @param language chosen; null to go by the browser's
 * @param demo made by the demo: may be entered without a password, from this computer, while the demo runs
 * @param disabledAt since when the account opens nothing; null while it does
 */
public record Account(
        AccountId id,
        String login,
        String name,
        Set<Role> roles,
        @Nullable UUID person,
        @Nullable Locale language,
        boolean demo,
        Instant createdAt,
        @Nullable Instant disabledAt) {
    public Account {
        roles = Set.copyOf(roles);
    }

    public boolean isOpen() {
        return disabledAt == null;
    }

    /** This account's holder with some of the account's roles. */
    public Viewer viewer(Set<Role> granted, @Nullable UUID token) {
        return new Viewer(name, granted, id.value(), person, language, token);
    }

    /** This account's holder in a browser. */
    public Viewer viewer() {
        return viewer(roles, null);
    }
}
