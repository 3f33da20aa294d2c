package org.millwright.factory.people.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Objects;
import org.millwright.factory.people.Account;
import org.millwright.factory.people.Accounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Lets those in whom another sign-in service (OpenID Connect) vouches for. An account is known by the service's issuer
 * and subject, never by an e-mail address, which a service may let anybody claim; a new one is a buyer's until the owner
 * says otherwise.
 */
@Component
class OutsideSignIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(OutsideSignIn.class);

    private final Accounts accounts;
    private final SignInCookie cookie;

    OutsideSignIn(Accounts accounts, SignInCookie cookie) {
        this.accounts = accounts;
        this.cookie = cookie;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication vouched) throws IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        if (!(vouched instanceof OAuth2AuthenticationToken token) || !(token.getPrincipal() instanceof OidcUser user)) {
            LOG.warn(
                    "The sign-in service gave no OpenID Connect user. Maybe add the scope openid to its registration.");
            response.sendRedirect(SignInAddress.PATH + "?outside=failed");
            return;
        }
        String outsideId = user.getIssuer() + "|" + user.getSubject();
        String name = Objects.requireNonNullElse(user.getFullName(), user.getSubject());
        String login = token.getAuthorizedClientRegistrationId() + "." + user.getSubject();
        Account account = accounts.getOrAddFromOutside(outsideId, login, name);
        if (account.isOpen()) {
            cookie.open(account, request, response);
            response.sendRedirect("/");
        } else {
            response.sendRedirect(SignInAddress.PATH + "?outside=closed");
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failed)
            throws IOException {
        LOG.warn("Signing in through another service failed: {}", failed.getMessage());
        response.sendRedirect(SignInAddress.PATH + "?outside=failed");
    }
}
