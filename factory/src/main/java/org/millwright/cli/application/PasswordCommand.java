package org.millwright.cli.application;

import java.util.concurrent.Callable;
import org.millwright.cli.Answered;
import org.millwright.cli.ExitCode;
import org.millwright.factory.people.Accounts;
import org.millwright.factory.platform.identity.Actor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code password NAME}: the way back in for somebody who lost their password; whoever owns the data folder may. */
@Command(name = "password", description = "Gives an account a new password. The application must not be running.")
final class PasswordCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "what is typed to sign in, for instance owner")
    @SuppressWarnings("NullAway.Init")
    private String login;

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() {
        try (var context = Application.on(data.folder).start()) {
            var accounts = context.getBean(Accounts.class);
            var account = accounts.findByLogin(login)
                    .orElseThrow(() -> new Answered(
                            "Nobody signs in as \"%s\".".formatted(login),
                            "Maybe it is \"owner\", the account of the first start.",
                            ExitCode.USAGE));
            System.out.println(accounts.replacePassword(account.id(), Actor.system()));
            return ExitCode.DONE;
        }
    }
}
