package org.millwright.factory.passport.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.millwright.factory.platform.journal.StoredEntry;

/**
 * What the journal says about one unit. A unit that was begun more than once is described by the build that made it in the
 * end.
 */
public final class UnitHistory {
    /** A unit of a run that broke off may still be good: somebody decided so. */
    private static final Set<String> ENDS = Set.of("JobEnded", "JobInterrupted", "JobAborted");

    private final UUID unit;
    private final List<StoredEntry> entries;
    private final List<StoredEntry> factory;
    private final StoredEntry planned;
    private final StoredEntry ended;

    /**
     * @param entries everything about the unit, oldest first
     * @param factory everything about its factory, oldest first
     * @throws MissingFact when it was not made by a build
     */
    public UnitHistory(UUID unit, List<StoredEntry> entries, List<StoredEntry> factory) {
        this.unit = unit;
        this.entries = List.copyOf(entries);
        this.factory = List.copyOf(factory);
        this.ended = entries.stream()
                .filter(entry -> ENDS.contains(entry.type()))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new MissingFact("JobEnded"));
        UUID build = UUID.fromString(Payload.of(ended.payload()).text("build"));
        this.planned = entries.stream()
                .filter(entry ->
                        entry.type().equals("BuildPlanned") && entry.subject().equals(build))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new MissingFact("BuildPlanned"));
    }

    UUID unit() {
        return unit;
    }

    /** What was written when the unit was created. */
    public Map<String, Object> createdPayload() {
        return last("UnitCreated")
                .orElseThrow(() -> new MissingFact("UnitCreated"))
                .payload();
    }

    /** The machine that ran the job. */
    public Optional<UUID> machine() {
        return job().findText("machine").map(UUID::fromString);
    }

    Payload created() {
        return Payload.of(createdPayload());
    }

    UUID build() {
        return planned.subject();
    }

    Payload planned() {
        return Payload.of(planned.payload());
    }

    StoredEntry jobEnded() {
        return ended;
    }

    Payload job() {
        return Payload.of(ended.payload());
    }

    StoredEntry lastEntry() {
        return entries.getLast();
    }

    /** The unit's part of what its build took: 1 for a build of its own. */
    double share() {
        Payload shares = planned().values().containsKey("shares") ? planned().map("shares") : Payload.of(Map.of());
        long units = planned.refs().stream()
                .filter(ref -> ref.kind().equals("unit"))
                .map(ref -> ref.id())
                .distinct()
                .count();
        return shares.findNumber(unit.toString()).orElse(1.0 / Math.max(1, units));
    }

    /** The unit's part of the sheet that its build was cut from, by the room it takes, waste included; else as {@link #share}. */
    double materialShare() {
        Payload areas = planned().values().containsKey("areasMm2") ? planned().map("areasMm2") : Payload.of(Map.of());
        double all = areas.values().keySet().stream().mapToDouble(areas::number).sum();
        OptionalDouble own = areas.findNumber(unit.toString());
        return own.isPresent() && all > 0 ? own.getAsDouble() / all : share();
    }

    /** What was taken from stock for the build that made it. */
    List<Payload> consumed() {
        List<Payload> consumed = new ArrayList<>();
        for (StoredEntry entry : entries) {
            boolean ofBuild = entry.refs().stream().anyMatch(ref -> ref.id().equals(build()))
                    || build().toString().equals(String.valueOf(entry.payload().get("reference")));
            if (entry.type().equals("MaterialConsumed") && ofBuild) {
                consumed.add(Payload.of(entry.payload()));
            }
        }
        if (consumed.isEmpty()) {
            throw new MissingFact("MaterialConsumed");
        }
        return consumed;
    }

    /** Operations that were done to it, on the build that made it or after. */
    List<StoredEntry> operations() {
        return entries.stream()
                .filter(entry -> entry.type().equals("OperationFinished"))
                .filter(entry -> Payload.of(entry.payload())
                        .findText("build")
                        .map(build().toString()::equals)
                        .orElse(true))
                .toList();
    }

    /** The last measurement of each characteristic, in the order they were first taken. */
    List<StoredEntry> measurements() {
        Map<String, StoredEntry> latest = new LinkedHashMap<>();
        for (StoredEntry entry : entries) {
            if (entry.type().equals("MeasurementRecorded")) {
                latest.put(Payload.of(entry.payload()).text("characteristic"), entry);
            }
        }
        return List.copyOf(latest.values());
    }

    Optional<StoredEntry> last(String type) {
        return entries.stream().filter(entry -> entry.type().equals(type)).reduce((earlier, later) -> later);
    }

    /** The factory as it described itself last. */
    Payload maker() {
        Map<String, Object> latest = new LinkedHashMap<>();
        for (StoredEntry entry : factory) {
            switch (entry.type()) {
                case "FactoryAdded", "FactoryChanged", "RatesChanged" -> latest.putAll(entry.payload());
                default -> {
                    // Materials and other things of the factory stand in its list too.
                }
            }
        }
        if (latest.isEmpty()) {
            throw new MissingFact("FactoryAdded");
        }
        return Payload.of(latest);
    }
}
