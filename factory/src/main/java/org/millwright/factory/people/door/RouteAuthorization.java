package org.millwright.factory.people.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.access.RouteAccess;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.web.viewer.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Lets a request through to its controller when {@link RouteAccess} allows it. What no controller answers (files,
 * unknown addresses) is open.
 */
@Component
@ConditionalOnWebApplication
class RouteAuthorization implements AuthorizationManager<RequestAuthorizationContext> {
    private static final AuthorizationDecision YES = new AuthorizationDecision(true);
    private static final RouteAccess WITH_ACCOUNT = new RouteAccess(false, EnumSet.allOf(Role.class));

    private final ObjectProvider<RequestMappingHandlerMapping> routes;

    RouteAuthorization(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> routes) {
        this.routes = routes;
    }

    /** The answer no, with those who may. */
    static final class Refusal extends AuthorizationDecision {
        private static final long serialVersionUID = 1L;

        private final transient Set<Role> roles;

        Refusal(Set<Role> roles) {
            super(false);
            this.roles = Set.copyOf(roles);
        }

        Set<Role> roles() {
            return roles;
        }
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        HandlerMethod handler = handler(context.getRequest());
        RouteAccess access = handler == null ? null : accessTo(handler);
        if (access == null || access.open()) {
            return YES;
        }
        Viewer viewer =
                authentication.get() instanceof ViewerAuthentication known ? known.getPrincipal() : Viewer.VISITOR;
        return access.allows(viewer.roles()) ? YES : new Refusal(access.roles());
    }

    /** Libraries say nothing of access; their one route of use to others is the description of the API. */
    private static RouteAccess accessTo(HandlerMethod handler) {
        return handler.getBeanType().getName().startsWith("org.springdoc.") ? WITH_ACCOUNT : RouteAccess.of(handler);
    }

    private @Nullable HandlerMethod handler(HttpServletRequest request) {
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        try {
            HandlerExecutionChain chain = routes.getObject().getHandler(request);
            return chain != null && chain.getHandler() instanceof HandlerMethod method ? method : null;
        } catch (HttpRequestMethodNotSupportedException
                | HttpMediaTypeException
                | ServletRequestBindingException unanswerable) {
            // No controller takes it; the answer that follows says why and tells nothing else.
            return null;
        } catch (Exception unexpected) {
            throw new IllegalStateException("The route of a request cannot be found.", unexpected);
        }
    }
}
