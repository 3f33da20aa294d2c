package org.millwright.factory.people.web;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.people.Account;
import org.millwright.factory.people.AccountId;
import org.millwright.factory.people.Accounts;
import org.millwright.factory.people.invitation.Invitations;
import org.millwright.factory.people.signin.SignIns;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.Pages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** All accounts: who may come in, as what, and invitations for those who may come. */
@Controller
@AllowedFor(Role.OWNER)
class AccountsPages {
    private final Pages pages;
    private final Accounts accounts;
    private final Invitations invitations;
    private final SignIns signIns;
    private final Factories factories;

    AccountsPages(Pages pages, Accounts accounts, Invitations invitations, SignIns signIns, Factories factories) {
        this.pages = pages;
        this.accounts = accounts;
        this.invitations = invitations;
        this.signIns = signIns;
        this.factories = factories;
    }

    @GetMapping("/accounts")
    ResponseEntity<String> page(Locale locale) {
        return page("", "", locale);
    }

    @PostMapping("/accounts/invitations")
    ResponseEntity<String> invite(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") Set<Role> roles,
            @RequestParam(required = false) @Nullable UUID person,
            Locale locale) {
        try {
            var made = invitations.invite(name, roles, person);
            String link = ServletUriComponentsBuilder.fromCurrentContextPath()
                    .path("/invitation/{key}")
                    .build(made.key().text())
                    .toString();
            return page(link, "", locale);
        } catch (Problem refused) {
            var page = page("", refused.detail(locale) + " " + refused.hint(locale), locale);
            return ResponseEntity.status(422).headers(page.getHeaders()).body(page.getBody());
        }
    }

    @PostMapping("/accounts/invitations/{id}/withdraw")
    ResponseEntity<Void> withdraw(@PathVariable UUID id) {
        invitations.withdraw(id);
        return Pages.seeOther("/accounts");
    }

    @PostMapping("/accounts/{id}/roles")
    ResponseEntity<Void> roles(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") Set<Role> roles,
            @RequestParam(required = false) @Nullable UUID person,
            Actor actor) {
        Account account = accounts.getAccount(new AccountId(id));
        accounts.change(account.id(), account.name(), roles, person, actor);
        return Pages.seeOther("/accounts");
    }

    @PostMapping("/accounts/{id}/close")
    ResponseEntity<Void> close(@PathVariable UUID id, Actor actor) {
        accounts.setOpen(new AccountId(id), false, actor);
        signIns.closeAll(new AccountId(id));
        return Pages.seeOther("/accounts");
    }

    @PostMapping("/accounts/{id}/open")
    ResponseEntity<Void> open(@PathVariable UUID id, Actor actor) {
        accounts.setOpen(new AccountId(id), true, actor);
        return Pages.seeOther("/accounts");
    }

    private ResponseEntity<String> page(String link, String wrong, Locale locale) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("accounts", accounts.listAccounts());
        parameters.put("invitations", invitations.listOpen());
        parameters.put("roles", List.of(Role.values()));
        parameters.put("workers", factories.listPeople(pages.factory()));
        parameters.put("link", link);
        parameters.put("wrong", wrong);
        return pages.render("people/accounts.jte", "people", pages.text("accounts.title", locale), locale, parameters);
    }
}
