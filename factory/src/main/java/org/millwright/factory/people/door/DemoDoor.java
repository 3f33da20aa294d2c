package org.millwright.factory.people.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.millwright.factory.people.Account;
import org.millwright.factory.people.AccountId;
import org.millwright.factory.people.Accounts;
import org.millwright.factory.platform.identity.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * While the demo runs, whoever sits at this computer may enter as one of the demo's people without a password. A
 * request that came over the network, or through a proxy that may have brought it from there, may not.
 */
@Component
public class DemoDoor {
    private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}|(0:){7}1|::1");
    private static final Pattern LOOPBACK_NAME = Pattern.compile("(.+\\.)?localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    private static final List<String> SIGNS_OF_A_PROXY =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

    private final Accounts accounts;
    private final boolean demo;

    DemoDoor(Accounts accounts, @Value("${millwright.demo:false}") boolean demo) {
        this.accounts = accounts;
        this.demo = demo;
    }

    /** Those whom this request may enter as, in the order of what they are here for; none when it may not. */
    public List<Account> listPeople(HttpServletRequest request) {
        return isOpen(request)
                ? accounts.listAccounts().stream()
                        .filter(account -> account.demo() && account.isOpen())
                        .sorted(Comparator.comparing(account ->
                                account.roles().stream().max(Role::compareTo).orElseThrow()))
                        .toList()
                : List.of();
    }

    /** The one of them with this id. */
    public Optional<Account> find(AccountId id, HttpServletRequest request) {
        return listPeople(request).stream()
                .filter(account -> account.id().equals(id))
                .findFirst();
    }

    private boolean isOpen(HttpServletRequest request) {
        return demo
                && LOOPBACK.matcher(request.getRemoteAddr()).matches()
                && LOOPBACK_NAME.matcher(request.getServerName()).matches()
                && SIGNS_OF_A_PROXY.stream().allMatch(header -> request.getHeader(header) == null);
    }
}
