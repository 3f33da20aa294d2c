package org.millwright.cli.application;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.millwright.cli.Answered;
import org.millwright.cli.ExitCode;
import org.millwright.factory.passport.PassportVerifier;
import org.millwright.factory.platform.journal.Journal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify PASSPORT.json} and {@code verify --journal}: whether records are as they were written. */
@Command(name = "verify", description = "Checks the signature of a passport, or the hash chain of the journal.")
final class VerifyCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "PASSPORT.json", description = "a passport")
    private @Nullable Path passport;

    @Option(names = "--journal", description = "check the journal of the data folder")
    private boolean journal;

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() throws Exception {
        if (journal) {
            return verifyJournal();
        }
        if (passport == null) {
            throw new Answered("Nothing to verify.", "Give a passport, or --journal.", ExitCode.USAGE);
        }
        Reading.requireReadable(passport);
        var verification = PassportVerifier.verify(Files.readString(passport));
        System.out.println(verification.words());
        return verification.valid() ? ExitCode.DONE : ExitCode.NO;
    }

    private int verifyJournal() {
        try (var context = Application.on(data.folder).start()) {
            var verification = context.getBean(Journal.class).verify();
            var broken = verification.firstBroken();
            if (broken == null) {
                System.out.printf(
                        "The journal is intact: %d entries of %d factories, each chained to the one before.%n",
                        verification.entries(), verification.factories());
                return ExitCode.DONE;
            }
            System.out.printf(
                    "The journal of factory %s was altered at entry %d: %s%n",
                    broken.factory().value(), broken.sequence(), broken.what());
            return ExitCode.NO;
        }
    }
}
