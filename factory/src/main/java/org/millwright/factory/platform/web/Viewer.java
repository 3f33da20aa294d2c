package org.millwright.factory.platform.web;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.Role;

/**
 * Who looks at a page.
 *
 * @param name shown on pages and written into the journal
 * @param roles empty for somebody who has not signed in
 * @param account the account signed in with, if any
 */
public record Viewer(String name, Set<Role> roles, @Nullable UUID account) {
    /** Somebody who has not signed in. */
    public static final Viewer VISITOR = new Viewer("visitor", Set.of(), null);

    public Viewer {
        roles = Set.copyOf(roles);
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
