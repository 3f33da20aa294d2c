package org.millwright.factory.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.millwright.factory.people.Account;
import org.millwright.factory.people.door.SignInCookie;
import org.millwright.factory.people.invitation.Invitation;
import org.millwright.factory.people.invitation.Invitations;
import org.millwright.factory.platform.access.OpenToAll;
import org.millwright.factory.platform.access.UnguessableKey;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.Pages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the link of an invitation leads: somebody makes their account. */
@Controller
@OpenToAll
class InvitationPages {
    private final Pages pages;
    private final Invitations invitations;
    private final SignInCookie cookie;

    InvitationPages(Pages pages, Invitations invitations, SignInCookie cookie) {
        this.pages = pages;
        this.invitations = invitations;
        this.cookie = cookie;
    }

    @GetMapping("/invitation/{key}")
    ResponseEntity<String> page(@PathVariable String key, Locale locale) {
        Invitation invitation = get(key);
        return page(key, invitation, "", invitation.name(), "", locale);
    }

    @PostMapping("/invitation/{key}")
    ResponseEntity<?> accept(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        Invitation invitation = get(key);
        try {
            Account account = invitations.accept(new UnguessableKey(key), login, name, password);
            cookie.open(account, request, response);
            return Pages.seeOther("/");
        } catch (Problem refused) {
            var page = page(key, invitation, login, name, refused.detail(locale) + " " + refused.hint(locale), locale);
            return ResponseEntity.status(422).headers(page.getHeaders()).body(page.getBody());
        }
    }

    private Invitation get(String key) {
        return invitations
                .find(new UnguessableKey(key))
                .orElseThrow(() -> Problem.of(Problem.Kind.NOT_FOUND, "invitation-over", Map.of()));
    }

    private ResponseEntity<String> page(
            String key, Invitation invitation, String login, String name, String wrong, Locale locale) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("key", key);
        parameters.put("invitation", invitation);
        parameters.put("login", login);
        parameters.put("name", name);
        parameters.put("wrong", wrong);
        return pages.renderAlone("people/invitation.jte", pages.text("invitation.title", locale), locale, parameters);
    }
}
