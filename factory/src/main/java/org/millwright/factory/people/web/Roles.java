package org.millwright.factory.people.web;

import java.util.Comparator;
import org.millwright.factory.people.Account;
import org.millwright.factory.platform.identity.Role;

/** How roles are shown. */
public final class Roles {
    private Roles() {}

    /** The most responsible of an account's roles. */
    public static Role highest(Account account) {
        return account.roles().stream().max(Comparator.naturalOrder()).orElse(Role.BUYER);
    }

    /** The picture of an account's highest role. */
    public static String icon(Account account) {
        return switch (highest(account)) {
            case BUYER -> "shop";
            case OPERATOR -> "floor";
            case PLANNER -> "board";
            case QUALITY -> "quality";
            case OWNER -> "home";
        };
    }
}
