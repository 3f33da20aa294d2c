package org.millwright.cli;

import org.millwright.cli.application.ApplicationCommands;
import org.millwright.cli.engines.EngineCommands;
import org.millwright.cli.engines.nest.NestCommands;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Spec;

/** Entry of every {@code ./millwright} command. Exit codes: 0 done, 1 the answer is no, 2 usage, 3 unreadable input, 4 ours. */
@Command(
        name = "millwright",
        mixinStandardHelpOptions = true,
        version = "millwright 0.1.0",
        description = "Runs a micro-factory from a personalised order to an inspected, traceable part.",
        synopsisSubcommandLabel = "COMMAND")
public final class Millwright implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandLine.Model.CommandSpec spec;

    private Millwright() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        var line = new CommandLine(new Millwright());
        line.addSubcommand(new CommandLine.HelpCommand());
        EngineCommands.addForDesigns(line);
        NestCommands.addTo(line);
        EngineCommands.addForTheFloor(line);
        ApplicationCommands.addTo(line);
        line.getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> !command.name().equals("help"))
                .forEach(command -> command.mixinStandardHelpOptions(true));
        line.setExecutionExceptionHandler(Failures::report);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }
}
