package org.millwright.cli.engines.nest;

import picocli.CommandLine;

/** The commands that lay parts out. */
public final class NestCommands {
    private NestCommands() {}

    public static void addTo(CommandLine line) {
        line.addSubcommand(new NestCommand());
        line.addSubcommand(new CheckNestCommand());
        line.addSubcommand(new PlatesCommand());
    }
}
