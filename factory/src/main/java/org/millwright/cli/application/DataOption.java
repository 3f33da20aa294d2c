package org.millwright.cli.application;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The folder of everything an installation keeps. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "folder of everything that is kept (default: data beside the program)")
    @Nullable
    Path folder;
}
