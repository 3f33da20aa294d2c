package org.millwright.scheduling.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.millwright.json.UnreadableFile;

/** The text formats of shop instances; a file name that ends in {@code .gz} is unpacked on the way. */
enum ShopFormat {
    /** First line jobs and machines, then per job pairs of machine and duration. */
    JSP,
    /** First line jobs and machines, then per job its operations, each with a count of pairs of machine and duration. */
    FJSP;

    private static final long LARGEST_BYTES = 256L << 20;
    private static final long LONGEST_PLAN = Integer.MAX_VALUE / 2;

    /**
     * The instance of a file, as a {@link ShopInstance}, a {@link SetupMatrixFormat} or a {@link MicroFactoryFormat}.
     *
     * @param format name of the format, or null to recognise it
     * @throws UnreadableFile naming the file, when it does not follow the format
     * @throws IllegalArgumentException when there is no such format
     */
    static ShopRules read(Path file, @Nullable String format) {
        try {
            return parse(file, format);
        } catch (UnreadableFile unreadable) {
            throw inFile(file, unreadable);
        }
    }

    /** The same error with the file's name in front, unless it names it already. */
    static UnreadableFile inFile(Path file, UnreadableFile unreadable) {
        String message = String.valueOf(unreadable.getMessage());
        return message.contains(file.toString()) ? unreadable : new UnreadableFile(file + ": " + message);
    }

    private static ShopRules parse(Path file, @Nullable String format) {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.gz$", "");
        String wanted = format == null ? "" : format.toLowerCase(Locale.ROOT);
        if (wanted.equals("microfactory") || (wanted.isEmpty() && name.endsWith(".json"))) {
            return MicroFactoryFormat.parse(text(file));
        }
        List<long[]> lines = numbers(file);
        String title = name.replaceFirst("\\.[a-z]+$", "");
        return switch (wanted) {
            case "jsp" -> checked(parse(title, lines, JSP));
            case "fjsp" -> checked(parse(title, lines, FJSP));
            case "fjsp-sdst" -> parseWithSetups(title, lines);
            case "" -> {
                if (hasSetups(lines)) {
                    yield parseWithSetups(title, lines);
                }
                yield checked(parse(title, lines, isJobShop(lines) ? JSP : FJSP));
            }
            default ->
                throw new IllegalArgumentException(
                        "Unknown format %s. Supported are jsp, fjsp, fjsp-sdst and microfactory.".formatted(format));
        };
    }

    private static boolean hasSetups(List<long[]> lines) {
        return !lines.isEmpty() && lines.size() - 1 > lines.getFirst()[0];
    }

    private static SetupMatrixFormat parseWithSetups(String title, List<long[]> lines) {
        int jobs = lines.isEmpty() ? 0 : count(lines.getFirst()[0], lines.size() - 1L, "jobs");
        ShopInstance shop = checked(parse(title, lines.subList(0, Math.min(lines.size(), jobs + 1)), FJSP));
        return SetupMatrixFormat.parse(shop, lines.subList(jobs + 1, lines.size()));
    }

    /** In a job shop every job's line is pairs with machines below the count; in a flexible one the counts add up. */
    private static boolean isJobShop(List<long[]> lines) {
        try {
            parse("", lines, FJSP);
            return false;
        } catch (UnreadableFile notFlexible) {
            return true;
        }
    }

    private static ShopInstance parse(String name, List<long[]> lines, ShopFormat format) {
        if (lines.isEmpty() || lines.getFirst().length < 2) {
            throw new UnreadableFile("The first line should hold the number of jobs and of machines.");
        }
        int jobs = count(lines.getFirst()[0], lines.size() - 1L, "jobs");
        int machines = count(lines.getFirst()[1], 1_000_000, "machines");
        int[][][] machinesOf = new int[jobs][][];
        long[][][] durationsOf = new long[jobs][][];
        for (int job = 0; job < jobs; job++) {
            long[] line = lines.get(job + 1);
            if (format == JSP) {
                readJobShopLine(line, job, machinesOf, durationsOf);
            } else {
                readFlexibleLine(line, job, machinesOf, durationsOf);
            }
        }
        rebase(machinesOf, machines);
        return new ShopInstance(name, machines, machinesOf, durationsOf);
    }

    /** The same instance. */
    private static ShopInstance checked(ShopInstance shop) {
        requireOnce(shop.machinesOf());
        requireAddable(shop.durationsOf());
        return shop;
    }

    private static void readJobShopLine(long[] line, int job, int[][][] machinesOf, long[][][] durationsOf) {
        int length = line.length;
        if (length >= 2 && line[length - 1] == -1 && line[length - 2] == -1) {
            length -= 2;
        }
        if (length == 0 || length % 2 != 0) {
            throw wrongJob(job, "should hold pairs of machine and duration, got %d numbers".formatted(length));
        }
        machinesOf[job] = new int[length / 2][];
        durationsOf[job] = new long[length / 2][];
        for (int i = 0; i < length / 2; i++) {
            machinesOf[job][i] = new int[] {machine(line[2 * i], job)};
            durationsOf[job][i] = new long[] {duration(line[2 * i + 1], job)};
        }
    }

    private static void readFlexibleLine(long[] line, int job, int[][][] machinesOf, long[][][] durationsOf) {
        int at = 0;
        int operations = count(line[at++], line.length, "operations");
        machinesOf[job] = new int[operations][];
        durationsOf[job] = new long[operations][];
        for (int i = 0; i < operations; i++) {
            long choices = at < line.length ? line[at++] : 0;
            if (choices < 1 || at + 2 * choices > line.length) {
                throw wrongJob(job, "ends within operation %d".formatted(i));
            }
            machinesOf[job][i] = new int[(int) choices];
            durationsOf[job][i] = new long[(int) choices];
            for (int c = 0; c < choices; c++) {
                machinesOf[job][i][c] = machine(line[at++], job);
                durationsOf[job][i][c] = duration(line[at++], job);
            }
        }
        if (at != line.length) {
            throw wrongJob(job, "has %d numbers too many".formatted(line.length - at));
        }
    }

    /** Files count machines from 0 or from 1. One that uses the number of machines itself, or never 0, counts from 1. */
    private static void rebase(int[][][] machinesOf, int machines) {
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (int[][] job : machinesOf) {
            for (int[] choices : job) {
                for (int machine : choices) {
                    least = Math.min(least, machine);
                    most = Math.max(most, machine);
                }
            }
        }
        int first = least == 0 ? 0 : 1;
        if (most - first >= machines) {
            throw new UnreadableFile("Machine %d is used but there are only %d.".formatted(most, machines));
        }
        for (int[][] job : machinesOf) {
            for (int[] choices : job) {
                for (int c = 0; c < choices.length; c++) {
                    choices[c] -= first;
                }
            }
        }
    }

    private static void requireOnce(int[][][] machinesOf) {
        for (int job = 0; job < machinesOf.length; job++) {
            for (int i = 0; i < machinesOf[job].length; i++) {
                int[] choices = machinesOf[job][i];
                if (Arrays.stream(choices).distinct().count() < choices.length) {
                    throw wrongJob(job, "names a machine twice in operation %d".formatted(i));
                }
            }
        }
    }

    /** Even one operation after the other, no plan may end beyond what the searches count in. */
    private static void requireAddable(long[][][] durationsOf) {
        long sum = 0;
        for (long[][] job : durationsOf) {
            for (long[] choices : job) {
                sum += Arrays.stream(choices).max().orElse(0);
                if (sum > LONGEST_PLAN) {
                    throw new UnreadableFile(
                            "All durations together are more than %d. Maybe give them in a coarser unit?"
                                    .formatted(LONGEST_PLAN));
                }
            }
        }
    }

    private static int count(long value, long most, String what) {
        if (value < 1 || value > most) {
            throw new UnreadableFile("%d %s are announced, which cannot be.".formatted(value, what));
        }
        return (int) value;
    }

    private static int machine(long value, int job) {
        if (value < 0 || value > 1_000_000) {
            throw wrongJob(job, "names machine %d".formatted(value));
        }
        return (int) value;
    }

    private static long duration(long value, int job) {
        if (value < 0 || value > 1_000_000_000_000L) {
            throw wrongJob(job, "has the duration %d".formatted(value));
        }
        return value;
    }

    private static UnreadableFile wrongJob(int job, String what) {
        return new UnreadableFile("Job %d (counted from 0) %s.".formatted(job, what));
    }

    /** The numbers of each line that has any; {@code #} starts a comment, fractions are cut off. */
    private static List<long[]> numbers(Path file) {
        List<long[]> lines = new ArrayList<>();
        int number = 0;
        for (String line : text(file).lines().toList()) {
            number++;
            String content = line.replaceFirst("#.*", "").strip();
            if (content.isEmpty()) {
                continue;
            }
            String[] words = content.split("\\s+");
            long[] values = new long[words.length];
            for (int i = 0; i < words.length; i++) {
                try {
                    values[i] = (long) finite(words[i]);
                } catch (NumberFormatException noNumber) {
                    throw new UnreadableFile(
                            "%s, line %d: expected a number, got \"%s\".".formatted(file, number, words[i]));
                }
            }
            lines.add(values);
        }
        return lines;
    }

    private static double finite(String word) {
        double value = Double.parseDouble(word);
        if (!Double.isFinite(value)) {
            throw new NumberFormatException(word);
        }
        return value;
    }

    static String text(Path file) {
        try (InputStream raw = Files.newInputStream(file);
                InputStream content = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            byte[] bytes = content.readNBytes((int) LARGEST_BYTES);
            if (content.read() >= 0) {
                throw new UnreadableFile("%s is larger than %d bytes.".formatted(file, LARGEST_BYTES));
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (NoSuchFileException missing) {
            throw new UnreadableFile("There is no file %s. Maybe the path is misspelt?".formatted(file));
        } catch (IOException unreadable) {
            throw new UnreadableFile("%s cannot be read: %s".formatted(file, unreadable));
        }
    }
}
