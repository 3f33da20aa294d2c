package org.millwright.cli.application;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.millwright.cli.Answered;
import org.millwright.cli.ExitCode;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.platform.text.FindingWords;
import org.millwright.geometry.Finding;
import org.millwright.geometry.Severity;

/** What the commands say about the files and answers they read. */
final class Reading {
    private Reading() {}

    static void requireReadable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Answered(
                    "There is no readable file %s.".formatted(file),
                    "Maybe the path is misspelt.",
                    ExitCode.UNREADABLE);
        }
    }

    static Answered answered(Problem problem) {
        int code = switch (problem.kind()) {
            case REFUSED, CONFLICT, NOT_ALLOWED, NOT_SIGNED_IN ->
                problem.code().equals("design-unreadable") ? ExitCode.UNREADABLE : ExitCode.NO;
            case INVALID, NOT_FOUND -> ExitCode.USAGE;
            case UNAVAILABLE, TOO_MANY -> ExitCode.FAILED;
        };
        return new Answered(problem.detail(), problem.hint(), code);
    }

    static void sayFindings(PrintStream say, List<Finding> findings, Severity least) {
        for (Finding finding : findings) {
            if (finding.severity().compareTo(least) >= 0) {
                say.printf(
                        "finding  %s: %s %s%n",
                        finding.severity().name().toLowerCase(Locale.ROOT),
                        FindingWords.message(finding, Locale.ENGLISH),
                        FindingWords.hint(finding, Locale.ENGLISH));
            }
        }
    }
}
