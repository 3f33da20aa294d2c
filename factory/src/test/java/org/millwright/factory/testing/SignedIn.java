package org.millwright.factory.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.people.Account;
import org.millwright.factory.people.AccountId;
import org.millwright.factory.people.Accounts;
import org.millwright.factory.people.NewAccount;
import org.millwright.factory.people.signin.SignIns;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.identity.Role;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Somebody with an account who is signed in, for tests that speak HTTP, MockMvc or through a browser. Each call of
 * {@link #as} makes an account of its own.
 *
 * @param key what the sign-in cookie holds
 * @param formToken what the form cookie holds and forms or the header {@code Form-Token} repeat
 */
public record SignedIn(Account account, String key, String formToken) {
    private static final String COOKIE = "millwright";
    private static final String FORM_COOKIE = "millwright-form";

    /** Makes an account with these roles and signs it in. */
    public static SignedIn as(ApplicationContext application, Role... roles) {
        return as(application, null, roles);
    }

    /** The same for somebody who works on the floor as this person of the facility. */
    public static SignedIn as(ApplicationContext application, @Nullable UUID person, Role... roles) {
        String login = "tester-" + application.getBean(Ids.class).next();
        Account account = application
                .getBean(Accounts.class)
                .add(new NewAccount(login, "Toni Test", Set.of(roles), null, person, false), Actor.system());
        return of(application, account.id());
    }

    /** Signs an account in that there is already. */
    public static SignedIn of(ApplicationContext application, AccountId id) {
        String key = application.getBean(SignIns.class).open(id, "test").text();
        Account account = application.getBean(Accounts.class).getAccount(id);
        return new SignedIn(account, key, "form-token-of-a-test");
    }

    /** Sends the request as this person; forms need nothing more. */
    public HttpRequest.Builder send(HttpRequest.Builder request) {
        return request.setHeader("Cookie", COOKIE + "=" + key + "; " + FORM_COOKIE + "=" + formToken)
                .setHeader("Form-Token", formToken);
    }

    /** A request of nobody in particular whose form is believed to be ours. */
    public static HttpRequest.Builder sendAsVisitor(HttpRequest.Builder request) {
        return request.setHeader("Cookie", FORM_COOKIE + "=visitor").setHeader("Form-Token", "visitor");
    }

    /** For {@code mockMvc.perform(post("/orders").with(somebody.inMockMvc()))}. */
    public RequestPostProcessor inMockMvc() {
        return request -> {
            request.setCookies(
                    new jakarta.servlet.http.Cookie(COOKIE, key),
                    new jakarta.servlet.http.Cookie(FORM_COOKIE, formToken));
            request.addHeader("Form-Token", formToken);
            return request;
        };
    }

    /** Signs a browser in, for the application at an address such as {@code http://localhost:8080}. */
    public void in(BrowserContext browser, String address) {
        browser.addCookies(List.of(new Cookie(COOKIE, key).setUrl(address)));
    }
}
