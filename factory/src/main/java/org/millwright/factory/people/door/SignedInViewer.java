package org.millwright.factory.people.door;

import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.web.viewer.CurrentViewer;
import org.millwright.factory.platform.web.viewer.Viewer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The viewer whom {@link ViewerFilter} has found; a visitor outside of requests. */
@Component
class SignedInViewer implements CurrentViewer {
    @Override
    public Viewer get() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof ViewerAuthentication known
                ? known.getPrincipal()
                : Viewer.VISITOR;
    }

    @Override
    public @Nullable String formToken() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && request.getAttribute(CsrfToken.class.getName(), RequestAttributes.SCOPE_REQUEST)
                                instanceof CsrfToken token
                ? token.getToken()
                : null;
    }
}
