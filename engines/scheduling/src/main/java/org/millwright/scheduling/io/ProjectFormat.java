package org.millwright.scheduling.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.millwright.json.UnreadableFile;
import org.millwright.scheduling.model.Job;
import org.millwright.scheduling.model.Operation;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.model.resource.Resource;
import org.millwright.scheduling.model.resource.ResourceKind;
import org.millwright.scheduling.model.resource.WorkCalendar;

/**
 * Resource-constrained projects in the ProGen text of PSPLIB (Kolisch and Sprecher 1996), single mode, renewable
 * resources. The project becomes one job that is due at 0 with weight 1, so its weighted tardiness is the makespan.
 */
public final class ProjectFormat {
    private ProjectFormat() {}

    /** @throws UnreadableFile when the file does not follow the format */
    public static ScheduleProblem read(Path file) {
        List<String> lines = ShopFormat.text(file).lines().map(String::strip).toList();
        List<long[]> precedence = table(lines, "PRECEDENCE RELATIONS", file);
        List<long[]> requests = table(lines, "REQUESTS/DURATIONS", file);
        List<long[]> available = table(lines, "RESOURCEAVAILABILITIES", file);
        if (available.size() != 1 || requests.isEmpty() || precedence.size() != requests.size()) {
            throw new UnreadableFile("%s: %d activities have precedence, %d have requests, and %d lines give resources."
                    .formatted(file, precedence.size(), requests.size(), available.size()));
        }
        List<Resource> resources = new ArrayList<>();
        for (int r = 0; r < available.getFirst().length; r++) {
            resources.add(new Resource(
                    "R" + (r + 1),
                    ResourceKind.OTHER,
                    Math.toIntExact(Math.max(1, available.getFirst()[r])),
                    WorkCalendar.always(),
                    Set.of(),
                    List.of()));
        }
        Map<Long, Operation.Builder> operations = new HashMap<>();
        List<Operation.Builder> inOrder = new ArrayList<>();
        for (long[] request : requests) {
            if (request.length != 3 + resources.size() || request[1] != 1) {
                throw new UnreadableFile("%s: activity %d should have one mode and %d requests, got %s."
                        .formatted(file, request[0], resources.size(), Arrays.toString(request)));
            }
            Operation.Builder operation =
                    Operation.of(Long.toString(request[0]), "project").bench(request[2]);
            for (int r = 0; r < resources.size(); r++) {
                if (request[3 + r] > 0) {
                    operation.needs(resources.get(r).id(), Math.toIntExact(request[3 + r]));
                }
            }
            operations.put(request[0], operation);
            inOrder.add(operation);
        }
        for (long[] row : precedence) {
            for (int i = 3; i < row.length; i++) {
                Operation.Builder successor = operations.get(row[i]);
                if (successor == null) {
                    throw new UnreadableFile(
                            "%s: activity %d precedes %d, which is not there.".formatted(file, row[0], row[i]));
                }
                successor.after(Long.toString(row[0]));
            }
        }
        return new ScheduleProblem(
                0,
                resources,
                List.of(Job.due("project", 0)),
                inOrder.stream().map(Operation.Builder::build).toList(),
                List.of());
    }

    /** The lines of numbers after a heading, up to the next line of stars. */
    private static List<long[]> table(List<String> lines, String heading, Path file) {
        List<long[]> rows = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            if (line.startsWith(heading)) {
                inside = true;
            } else if (inside && line.startsWith("***")) {
                break;
            } else if (inside && line.matches("[0-9][0-9 \\t]*")) {
                rows.add(Arrays.stream(line.split("\\s+"))
                        .mapToLong(Long::parseLong)
                        .toArray());
            }
        }
        if (!inside) {
            throw new UnreadableFile("%s has no section \"%s\".".formatted(file, heading));
        }
        return rows;
    }
}
