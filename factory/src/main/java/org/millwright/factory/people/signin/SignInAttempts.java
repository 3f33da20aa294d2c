package org.millwright.factory.people.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.millwright.factory.people.Account;
import org.millwright.factory.people.Accounts;
import org.millwright.factory.platform.clock.RealTime;
import org.millwright.factory.platform.problem.Problem;
import org.springframework.stereotype.Service;

/** Checks logins and passwords, no faster than {@link Throttle} allows. */
@Service
public class SignInAttempts {
    private final Accounts accounts;
    private final Throttle throttle;
    private final RealTime time;

    SignInAttempts(Accounts accounts, Throttle throttle, RealTime time) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.time = time;
    }

    /**
     * The account with this login and password. Throws {@link Problem} {@code sign-in-wrong} when there is none, which
     * never tells whether the login exists, or {@code sign-in-too-often} with the time to wait.
     *
     * @param address the network address the attempt comes from
     */
    public Account signIn(String login, String password, String address) {
        Optional<Instant> until = throttle.blockedUntil(login, address);
        if (until.isPresent()) {
            long seconds = Math.max(
                    1,
                    Duration.between(time.instant(), until.get())
                            .plusMillis(999)
                            .toSeconds());
            throw Problem.of(Problem.Kind.TOO_MANY, "sign-in-too-often", Map.of("seconds", seconds));
        }
        Optional<Account> account = accounts.findByPassword(login, password);
        if (account.isEmpty()) {
            throttle.failed(login, address);
            throw Problem.of(Problem.Kind.INVALID, "sign-in-wrong", Map.of());
        }
        throttle.succeeded(login);
        return account.get();
    }
}
