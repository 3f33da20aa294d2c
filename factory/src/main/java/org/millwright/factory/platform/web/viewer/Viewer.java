package org.millwright.factory.platform.web.viewer;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.Role;

/**
 * Who looks at a page, or asks the API.
 *
 * @param name shown on pages and written into the journal
 * @param roles empty for somebody who has not signed in
 * @param account the account signed in with, if any
 * @param person the facility's person whom the account stands for, with skills and hours; null when there is none
 * @param language what the account says; null to go by the browser's
 * @param token the API token that was sent; null in a browser
 */
public record Viewer(
        String name,
        Set<Role> roles,
        @Nullable UUID account,
        @Nullable UUID person,
        @Nullable Locale language,
        @Nullable UUID token) {
    /** Somebody who has not signed in. */
    public static final Viewer VISITOR = new Viewer("visitor", Set.of(), null);

    public Viewer {
        roles = Set.copyOf(roles);
    }

    /** Somebody in a browser, who works at no machine. */
    public Viewer(String name, Set<Role> roles, @Nullable UUID account) {
        this(name, roles, account, null, null, null);
    }

    public boolean signedIn() {
        return account != null;
    }

    /** Whether they have the role, or are the owner, who may do everything. */
    public boolean is(Role role) {
        return roles.contains(role) || roles.contains(Role.OWNER);
    }

    /** Whether they work here, in whatever role. */
    public boolean isStaff() {
        return roles.stream().anyMatch(role -> role != Role.BUYER);
    }

    /** As the journal names them: by the role that is most responsible. */
    public Actor actor() {
        Role role = roles.stream().max(Role::compareTo).orElse(Role.BUYER);
        return new Actor(name, role.word(), false);
    }
}
