package org.millwright.cli.application;

import picocli.CommandLine;

/** All commands that start the application, and {@code doctor} and {@code verify}, which look at it from outside. */
public final class ApplicationCommands {
    private ApplicationCommands() {}

    public static void addTo(CommandLine line) {
        line.addSubcommand(new DemoCommand());
        line.addSubcommand(new ServeCommand());
        line.addSubcommand(new MakeCommand());
        line.addSubcommand(new QuoteCommand());
        line.addSubcommand(new VerifyCommand());
        line.addSubcommand(new PasswordCommand());
        line.addSubcommand(new DoctorCommand());
        line.addSubcommand(new TrainCommand());
    }
}
