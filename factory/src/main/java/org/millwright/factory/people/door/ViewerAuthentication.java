package org.millwright.factory.people.door;

import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.web.viewer.Viewer;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A known viewer, as Spring Security sees them. */
final class ViewerAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Viewer viewer;

    ViewerAuthentication(Viewer viewer) {
        super(viewer.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList());
        this.viewer = viewer;
        setAuthenticated(true);
    }

    @Override
    public Viewer getPrincipal() {
        return viewer;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return viewer.name();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ViewerAuthentication known && known.viewer.equals(viewer);
    }

    @Override
    public int hashCode() {
        return viewer.hashCode();
    }
}
