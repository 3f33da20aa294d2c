package org.millwright.factory.people.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.people.Account;
import org.millwright.factory.people.AccountId;
import org.millwright.factory.people.Accounts;
import org.millwright.factory.people.invitation.Invitation;
import org.millwright.factory.people.invitation.Invitations;
import org.millwright.factory.people.signin.SignIns;
import org.millwright.factory.people.token.ApiToken;
import org.millwright.factory.people.token.ApiTokens;
import org.millwright.factory.platform.access.AllowedFor;
import org.millwright.factory.platform.api.Given;
import org.millwright.factory.platform.api.Items;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.web.viewer.Viewer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, invitations and API tokens. */
@RestController
@RequestMapping("/api/v1")
@AllowedFor(Role.OWNER)
@Tag(name = "People")
class PeopleApi {
    private final Accounts accounts;
    private final Invitations invitations;
    private final ApiTokens tokens;
    private final SignIns signIns;

    PeopleApi(Accounts accounts, Invitations invitations, ApiTokens tokens, SignIns signIns) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.tokens = tokens;
        this.signIns = signIns;
    }

    record AccountOut(
            UUID id,
            @Schema(example = "ada@example.org") String login,
            @Schema(example = "Ada Sommer") String name,
            Set<Role> roles,
            @Nullable UUID person,
            boolean open,
            Instant createdAt) {
        static AccountOut of(Account account) {
            return new AccountOut(
                    account.id().value(),
                    account.login(),
                    account.name(),
                    account.roles(),
                    account.person(),
                    account.isOpen(),
                    account.createdAt());
        }
    }

    record AccountIn(
            @Nullable String name,
            @Nullable Set<Role> roles,
            @Nullable UUID person,
            @Nullable Boolean open) {}

    record InvitationIn(
            @Schema(example = "Ada Sommer") @Nullable String name,
            @Nullable Set<Role> roles,
            @Nullable UUID person) {}

    /** @param path of the link; told only now, when the invitation was made */
    record InvitationOut(
            UUID id,
            String name,
            Set<Role> roles,
            Instant expiresAt,
            @Nullable String path) {
        static InvitationOut of(Invitation invitation, @Nullable String path) {
            return new InvitationOut(
                    invitation.id(), invitation.name(), invitation.roles(), invitation.expiresAt(), path);
        }
    }

    record TokenIn(
            @Schema(example = "Web shop") @Nullable String name,
            @Schema(example = "[\"BUYER\"]") @Nullable Set<Role> roles,

            @Schema(description = "Absent for a token that does not end", example = "365") @Nullable
            Integer days) {}

    /** @param token the token itself; told only now, when it was made */
    record TokenOut(
            UUID id,
            String name,
            @Schema(example = "mw_k3Jd9") String beginning,
            Set<Role> roles,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable String token) {
        static TokenOut of(ApiToken known, @Nullable String token) {
            return new TokenOut(
                    known.id(),
                    known.name(),
                    known.beginning(),
                    known.roles(),
                    known.createdAt(),
                    known.expiresAt(),
                    known.lastUsedAt(),
                    token);
        }
    }

    @GetMapping("/me")
    @AllowedFor({Role.BUYER, Role.OPERATOR, Role.PLANNER, Role.QUALITY})
    @Operation(summary = "Whose token this is, and what it is good for")
    AccountOut me(Viewer viewer) {
        Account account = accounts.getAccount(id(viewer));
        return new AccountOut(
                account.id().value(),
                account.login(),
                account.name(),
                viewer.roles(),
                account.person(),
                account.isOpen(),
                account.createdAt());
    }

    @GetMapping("/accounts")
    @Operation(summary = "All accounts, newest first")
    Items<AccountOut> accounts(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Items.page(accounts.listAccounts(), account -> account.id().value(), after, limit, AccountOut::of);
    }

    @PutMapping("/accounts/{id}")
    @Operation(summary = "Change name, roles and person of an account, close it or open it again")
    AccountOut change(@PathVariable UUID id, @RequestBody AccountIn body, Viewer viewer) {
        Account account = accounts.getAccount(new AccountId(id));
        accounts.change(
                account.id(),
                Objects.requireNonNullElse(body.name(), account.name()),
                Objects.requireNonNullElse(body.roles(), account.roles()),
                body.person() == null ? account.person() : body.person(),
                viewer.actor());
        if (body.open() != null) {
            accounts.setOpen(account.id(), body.open(), viewer.actor());
            if (!body.open()) {
                signIns.closeAll(account.id());
            }
        }
        return AccountOut.of(accounts.getAccount(account.id()));
    }

    @GetMapping("/invitations")
    @Operation(summary = "Invitations that can still be used, newest first")
    Items<InvitationOut> invitations() {
        return Items.all(invitations.listOpen().stream()
                .map(invitation -> InvitationOut.of(invitation, null))
                .toList());
    }

    @PostMapping("/invitations")
    @Operation(summary = "Invite somebody; the link is told only in this answer")
    ResponseEntity<InvitationOut> invite(@RequestBody InvitationIn body) {
        var made = invitations.invite(
                Given.required(body.name(), "name"), Given.required(body.roles(), "roles"), body.person());
        String path = "/invitation/" + made.key().text();
        return ResponseEntity.created(URI.create("/api/v1/invitations"))
                .body(InvitationOut.of(made.invitation(), path));
    }

    @DeleteMapping("/invitations/{id}")
    @Operation(summary = "Withdraw an invitation")
    ResponseEntity<Void> withdraw(@PathVariable UUID id) {
        invitations.withdraw(id);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/tokens")
    @AllowedFor({Role.BUYER, Role.OPERATOR, Role.PLANNER, Role.QUALITY})
    @Operation(summary = "One's own tokens, newest first")
    Items<TokenOut> tokens(Viewer viewer) {
        return Items.all(tokens.list(id(viewer)).stream()
                .map(token -> TokenOut.of(token, null))
                .toList());
    }

    @PostMapping("/tokens")
    @AllowedFor({Role.BUYER, Role.OPERATOR, Role.PLANNER, Role.QUALITY})
    @Operation(summary = "Make a token; it is told only in this answer")
    ResponseEntity<TokenOut> makeToken(@RequestBody TokenIn body, Viewer viewer) {
        Set<Role> roles = Given.required(body.roles(), "roles");
        if (viewer.token() != null && !roles.stream().allMatch(viewer::is)) {
            // A token must not breed a stronger one.
            throw Problem.of(Problem.Kind.NOT_ALLOWED, "token-roles", Map.of());
        }
        var made = tokens.make(id(viewer), Given.required(body.name(), "name"), roles, body.days(), viewer.actor());
        return ResponseEntity.created(URI.create("/api/v1/tokens"))
                .body(TokenOut.of(made.token(), made.text().text()));
    }

    @DeleteMapping("/tokens/{id}")
    @AllowedFor({Role.BUYER, Role.OPERATOR, Role.PLANNER, Role.QUALITY})
    @Operation(summary = "Revoke a token of one's own")
    ResponseEntity<Void> revoke(@PathVariable UUID id, Viewer viewer) {
        tokens.revoke(id, id(viewer), viewer.actor());
        return ResponseEntity.noContent().build();
    }

    private static AccountId id(Viewer viewer) {
        return new AccountId(Objects.requireNonNull(viewer.account(), "only for those who signed in"));
    }
}
