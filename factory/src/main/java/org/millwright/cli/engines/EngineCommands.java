package org.millwright.cli.engines;

import picocli.CommandLine;

/** The engine commands but those of nesting, in two groups because the help names those of nesting between them. */
public final class EngineCommands {
    private EngineCommands() {}

    /** From a design's findings to a machine's program. */
    public static void addForDesigns(CommandLine line) {
        line.addSubcommand(new AnalyzeCommand());
        line.addSubcommand(new CheckCommand());
        line.addSubcommand(new EstimateCommand());
        line.addSubcommand(new SliceCommand());
        line.addSubcommand(new GcodeCommand());
    }

    /** Timetables and virtual machines. */
    public static void addForTheFloor(CommandLine line) {
        line.addSubcommand(new ScheduleCommand());
        line.addSubcommand(new CheckPlanCommand());
        line.addSubcommand(new VirtualCommand());
    }
}
