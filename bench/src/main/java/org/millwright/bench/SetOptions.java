package org.millwright.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a set of figures can be told on the command line.
 *
 * @param set its name
 * @param what it measures, as a sentence
 */
record SetOptions(String set, String what, List<Option> known) {
    SetOptions {
        known = List.copyOf(known);
    }

    /**
     * One option.
     *
     * @param name with its dashes; empty for a bare value
     * @param value what stands after it; empty for a switch
     */
    record Option(String name, String value, String what) {
        String form() {
            return (name + " " + value).strip();
        }
    }

    static boolean asksForHelp(List<String> given) {
        return given.contains("--help") || given.contains("-h") || given.equals(List.of("help"));
    }

    /** How it is called, a line for each option. */
    String usage() {
        int widest =
                known.stream().mapToInt(option -> option.form().length()).max().orElse(0);
        List<String> lines = new ArrayList<>(
                List.of("./millwright bench %s%s".formatted(set, known.isEmpty() ? "" : " [options]"), "  " + what));
        for (Option option : known) {
            lines.add(String.format(Locale.ROOT, "  %-" + (widest + 2) + "s%s", option.form(), option.what()));
        }
        return String.join(System.lineSeparator(), lines);
    }

    /** What is wrong with the options given and what could stand there; empty when nothing is. */
    Optional<String> wrong(List<String> given) {
        for (int at = 0; at < given.size(); at++) {
            String one = given.get(at);
            boolean bare = !one.startsWith("-");
            Optional<Option> option = known.stream()
                    .filter(each -> each.name().equals(bare ? "" : one))
                    .findFirst();
            if (option.isEmpty()) {
                return Optional.of("\"%s\" is no option of the figures \"%s\".%nMaybe one of %s?"
                        .formatted(
                                one, set, known.stream().map(Option::form).collect(Collectors.joining(", ", "", ""))));
            }
            if (!bare && !option.get().value().isEmpty()) {
                at++;
                if (at == given.size() || given.get(at).startsWith("--")) {
                    return Optional.of("%s lacks its value.%nMaybe %s?"
                            .formatted(one, option.get().form()));
                }
            }
        }
        return Optional.empty();
    }
}
