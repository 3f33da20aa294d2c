package org.millwright.factory.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.people.Account;
import org.millwright.factory.people.AccountId;
import org.millwright.factory.people.Accounts;
import org.millwright.factory.people.door.SignInAddress;
import org.millwright.factory.people.door.SignInCookie;
import org.millwright.factory.people.signin.SignIns;
import org.millwright.factory.people.token.ApiTokens;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.access.OpenToAll;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.Pages;
import org.millwright.factory.platform.web.viewer.Languages;
import org.millwright.factory.platform.web.viewer.Viewer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own account: password, language, browsers, API tokens. */
@Controller
@AllowedFor({Role.BUYER, Role.OPERATOR, Role.PLANNER, Role.QUALITY})
class OwnAccountPages {
    private final Pages pages;
    private final Accounts accounts;
    private final SignIns signIns;
    private final ApiTokens tokens;
    private final SignInCookie cookie;
    private final Languages languages;

    OwnAccountPages(
            Pages pages,
            Accounts accounts,
            SignIns signIns,
            ApiTokens tokens,
            SignInCookie cookie,
            Languages languages) {
        this.pages = pages;
        this.accounts = accounts;
        this.signIns = signIns;
        this.tokens = tokens;
        this.cookie = cookie;
        this.languages = languages;
    }

    /** What the page says about something just tried; empty texts for nothing. */
    private record Said(String newToken, String wrongPassword, String wrongToken, boolean passwordChanged) {}

    @GetMapping("/account")
    ResponseEntity<String> page(
            @RequestParam(required = false) @Nullable String changed, Viewer viewer, Locale locale) {
        return page(viewer, locale, new Said("", "", "", changed != null));
    }

    @PostMapping("/account/password")
    ResponseEntity<?> changePassword(
            @RequestParam String present,
            @RequestParam String next,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        AccountId id = id(viewer);
        try {
            accounts.changePassword(id, present, next, viewer.actor());
        } catch (Problem refused) {
            return wrong(page(viewer, locale, new Said("", words(refused, locale), "", false)));
        }
        cookie.open(accounts.getAccount(id), request, response);
        return Pages.seeOther("/account?changed");
    }

    @PostMapping("/account/sign-out-everywhere")
    ResponseEntity<Void> signOutEverywhere(Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        signIns.closeAll(id(viewer));
        cookie.close(request, response);
        return Pages.seeOther(SignInAddress.PATH);
    }

    @PostMapping("/account/tokens")
    ResponseEntity<String> makeToken(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") Set<Role> roles,
            @RequestParam(required = false) @Nullable Integer days,
            Viewer viewer,
            Locale locale) {
        try {
            var made = tokens.make(id(viewer), name, roles, days, viewer.actor());
            return page(viewer, locale, new Said(made.text().text(), "", "", false));
        } catch (Problem refused) {
            return wrong(page(viewer, locale, new Said("", "", words(refused, locale), false)));
        }
    }

    @PostMapping("/account/tokens/{id}/revoke")
    ResponseEntity<Void> revokeToken(@PathVariable UUID id, Viewer viewer) {
        tokens.revoke(id, id(viewer), viewer.actor());
        return Pages.seeOther("/account");
    }

    /** The language of this browser and, for those who signed in, of their account. */
    @PostMapping("/language")
    @OpenToAll
    ResponseEntity<Void> language(
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String back,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response) {
        String page = back == null ? SignInAddress.ownPathOf(request.getHeader(HttpHeaders.REFERER)) : back;
        Locale chosen = language == null || language.isEmpty() ? null : Locale.forLanguageTag(language);
        languages.setLocale(request, response, chosen);
        if (viewer.account() != null) {
            accounts.setLanguage(new AccountId(viewer.account()), chosen);
        }
        return Pages.seeOther(SignInAddress.own(page));
    }

    private ResponseEntity<String> page(Viewer viewer, Locale locale, Said said) {
        Account account = accounts.getAccount(id(viewer));
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("account", account);
        parameters.put("tokens", tokens.list(account.id()));
        parameters.put("browsers", signIns.count(account.id()));
        parameters.put("tokenRoles", tokenRoles(account));
        parameters.put("languages", Languages.ALL);
        parameters.put("newToken", said.newToken());
        parameters.put("wrongPassword", said.wrongPassword());
        parameters.put("wrongToken", said.wrongToken());
        parameters.put("passwordChanged", said.passwordChanged());
        return pages.render("people/account.jte", "people", pages.text("account.title", locale), locale, parameters);
    }

    private static List<Role> tokenRoles(Account account) {
        return (account.roles().contains(Role.OWNER) ? EnumSet.allOf(Role.class) : account.roles())
                .stream().sorted().toList();
    }

    private static AccountId id(Viewer viewer) {
        return new AccountId(Objects.requireNonNull(viewer.account(), "only for those who signed in"));
    }

    private static String words(Problem refused, Locale locale) {
        return refused.detail(locale) + " " + refused.hint(locale);
    }

    private static ResponseEntity<String> wrong(ResponseEntity<String> page) {
        return ResponseEntity.status(422).headers(page.getHeaders()).body(page.getBody());
    }
}
