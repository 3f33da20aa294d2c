package org.millwright.cli;

import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.UnreadableShape;
import org.millwright.json.UnreadableFile;
import org.millwright.machines.gcode.ProgramTooLong;
import org.millwright.processes.ProgramRefused;
import org.millwright.scheduling.io.ImpossibleInstance;
import picocli.CommandLine;

/** Turns what a command threw into words and the exit code of the contract. */
final class Failures {
    private Failures() {}

    @SuppressWarnings("unused") // signature given by picocli
    static int report(Exception failure, CommandLine command, CommandLine.@Nullable ParseResult parsed) {
        PrintWriter err = command.getErr();
        int code = switch (failure) {
            case UnreadableShape unreadable -> say(err, unreadable.detail(), unreadable.hint(), ExitCode.UNREADABLE);
            case ProgramRefused refused -> say(err, refused.detail(), refused.hint(), ExitCode.NO);
            case NoSuchFileException missing ->
                say(
                        err,
                        "There is no file %s.".formatted(missing.getFile()),
                        "Maybe the path is misspelt.",
                        ExitCode.UNREADABLE);
            case ImpossibleInstance impossible -> say(err, String.valueOf(impossible.getMessage()), "", ExitCode.NO);
            case UnreadableFile unreadable ->
                say(err, String.valueOf(unreadable.getMessage()), "", ExitCode.UNREADABLE);
            case ProgramTooLong tooLong -> say(err, String.valueOf(tooLong.getMessage()), "", ExitCode.NO);
            case Answered answered -> say(err, answered.detail(), answered.hint(), answered.exitCode());
            case IllegalArgumentException invalid -> say(err, String.valueOf(invalid.getMessage()), "", ExitCode.USAGE);
            default -> sayUnexpected(err, failure);
        };
        err.flush();
        return code;
    }

    private static int say(PrintWriter err, String detail, String hint, int code) {
        err.println(detail);
        if (!hint.isEmpty()) {
            err.println(hint);
        }
        return code;
    }

    private static int sayUnexpected(PrintWriter err, Exception failure) {
        err.println("Something of ours failed: "
                + Optional.ofNullable(failure.getMessage())
                        .orElse(failure.getClass().getSimpleName()));
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            err.println("because of " + cause);
        }
        for (StackTraceElement place : failure.getStackTrace()) {
            err.println("  at " + place);
        }
        return ExitCode.FAILED;
    }
}
