package org.millwright.factory.passport.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millwright.factory.platform.journal.StoredEntry;

/** What was done to the unit, step by step. */
record Operations(UnitHistory history) {
    private static final List<String> MACHINE = List.of("machineName", "machineModel", "personRole", "startedAt");

    List<Object> list() {
        List<Object> operations = new ArrayList<>();
        for (StoredEntry entry : history.operations()) {
            operations.add(operation(entry));
        }
        return operations;
    }

    private Map<String, Object> operation(StoredEntry entry) {
        Payload payload = Payload.of(entry.payload());
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("step", payload.text("step"));
        operation.put("kind", payload.text("kind"));
        for (String key : MACHINE) {
            payload.findText(key).ifPresent(text -> operation.put(key, text));
        }
        if (payload.values().containsKey("machineName")) {
            operation.put("machineSimulated", payload.truth("machineSimulated"));
        }
        operation.put("finishedAt", entry.at().toString());
        operation.put("simulated", payload.truth("simulated"));
        if (payload.text("kind").equals("RUN")) {
            operation.put("program", program());
            operation.put("run", run());
        }
        return operation;
    }

    private Map<String, Object> program() {
        Map<String, Object> program = new LinkedHashMap<>();
        program.put("sha256", history.job().text("programSha256"));
        history.planned().findText("programDialect").ifPresent(dialect -> program.put("dialect", dialect));
        return program;
    }

    /** What the machine reported of the whole run, by name with the unit in the name. */
    private Map<String, Object> run() {
        Map<String, Object> run = new LinkedHashMap<>();
        for (String key : List.of("runS", "energyWh", "filamentMm", "cutLengthMm", "pierces")) {
            history.job().findNumber(key).ifPresent(value -> run.put(key, PassportDocument.rounded(value, 3)));
        }
        return run;
    }
}
