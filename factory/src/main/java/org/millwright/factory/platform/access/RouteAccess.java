package org.millwright.factory.platform.access;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.identity.Role;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * Who may use a route.
 *
 * @param open whether everybody may, also without signing in
 * @param roles otherwise those who may, always with owners
 */
public record RouteAccess(boolean open, Set<Role> roles) {
    private static final RouteAccess EVERYBODY = new RouteAccess(true, Set.of());
    private static final RouteAccess OWNERS = new RouteAccess(false, Set.of(Role.OWNER));

    public RouteAccess {
        roles = Set.copyOf(roles);
    }

    /** What the method of a controller says, else what the controller says; owners alone when neither says anything. */
    public static RouteAccess of(HandlerMethod handler) {
        RouteAccess said = of(
                AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), OpenToAll.class),
                AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), AllowedFor.class));
        if (said == null) {
            said = of(
                    AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), OpenToAll.class),
                    AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), AllowedFor.class));
        }
        return said == null ? OWNERS : said;
    }

    private static @Nullable RouteAccess of(@Nullable OpenToAll open, @Nullable AllowedFor allowed) {
        if (open != null) {
            return EVERYBODY;
        }
        if (allowed == null) {
            return null;
        }
        var roles = EnumSet.of(Role.OWNER);
        roles.addAll(Set.of(allowed.value()));
        return new RouteAccess(false, roles);
    }

    /** Whether somebody with these roles may; nobody has none who has signed in. */
    public boolean allows(Set<Role> held) {
        return open || held.stream().anyMatch(roles::contains);
    }
}
