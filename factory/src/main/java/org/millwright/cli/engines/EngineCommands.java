package org.millwright.cli.engines;

import picocli.CommandLine;

/** The engine commands but those of nesting. */
public final class EngineCommands {
    private EngineCommands() {}

    public static void addTo(CommandLine line) {
        line.addSubcommand(new AnalyzeCommand());
        line.addSubcommand(new CheckCommand());
        line.addSubcommand(new EstimateCommand());
        line.addSubcommand(new SliceCommand());
        line.addSubcommand(new GcodeCommand());
        line.addSubcommand(new ScheduleCommand());
        line.addSubcommand(new CheckPlanCommand());
        line.addSubcommand(new VirtualCommand());
    }
}
