package org.millwright.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code ./millwright bench [SET] [options]}: prints one row per figure, with wall-clock and CPU seconds where both mean
 * something. Without a set it measures the main path.
 */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> given = List.of(arguments);
        Optional<Answer> answer = answer(given);
        if (answer.isPresent()) {
            (answer.get().exit() == 0 ? System.out : System.err)
                    .println(answer.get().text());
            System.exit(answer.get().exit());
        }
        Path home = Path.of(System.getProperty("millwright.home", ".")).toAbsolutePath();
        Path work = Files.createTempDirectory("millwright-bench");
        System.out.printf(
                "machine: %d cores, %s %s, Java %s%n%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"));
        if (arguments.length == 0) {
            Row.print(new StartFigures(home, work).measure());
            Row.print(new MakeFigures(home, work).measure());
            Row.print(new PathFigures(work).measure());
        } else {
            FigureSets.FigureSet set = Objects.requireNonNull(FigureSets.ALL.get(arguments[0]));
            set.measurement().measure(work, Arrays.copyOfRange(arguments, 1, arguments.length));
        }
        System.exit(0);
    }

    /**
     * What is said instead of measuring.
     *
     * @param exit 0 for help that was asked for, 2 for what is not understood
     */
    record Answer(String text, int exit) {}

    /** Empty when the arguments can be measured. */
    static Optional<Answer> answer(List<String> given) {
        if (given.isEmpty()) {
            return Optional.empty();
        }
        FigureSets.FigureSet set = FigureSets.ALL.get(given.getFirst());
        if (set == null) {
            return Optional.of(
                    SetOptions.asksForHelp(given)
                            ? new Answer(usage(), 0)
                            : new Answer(
                                    "There is no set of figures \"%s\".%nMaybe one of %s?"
                                            .formatted(given.getFirst(), FigureSets.ALL.keySet()),
                                    2));
        }
        SetOptions options = set.options();
        List<String> own = given.subList(1, given.size());
        return SetOptions.asksForHelp(own)
                ? Optional.of(new Answer(options.usage(), 0))
                : options.wrong(own).map(wrong -> new Answer(wrong + System.lineSeparator() + options.usage(), 2));
    }

    private static String usage() {
        String sets = FigureSets.ALL.values().stream()
                .map(set -> set.options().usage())
                .collect(Collectors.joining(System.lineSeparator() + System.lineSeparator()));
        return "./millwright bench [SET] [options]%n  Without a set: the main path.%n%n%s".formatted(sets);
    }
}
