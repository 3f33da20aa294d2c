package org.millwright.factory.passport.page;

/**
 * One step of the making on the page; what does not apply is empty.
 *
 * @param who role, or nothing when the machine worked alone
 * @param program SHA-256 of the machine program
 */
public record OperationRow(String step, String machine, String who, String time, String program, String run) {
    static OperationRow of(Fields operation, PassportPage page) {
        Words words = page.words();
        return new OperationRow(
                words.step(operation.text("step")),
                machine(operation, words),
                operation.has("personRole")
                        ? words.role(operation.text("personRole"), operation.truth("simulated"))
                        : "",
                words.time(operation.text("finishedAt")),
                operation.map("program").text("sha256"),
                run(operation.map("run"), page));
    }

    private static String machine(Fields operation, Words words) {
        if (!operation.has("machineName")) {
            return "";
        }
        String model = operation.text("machineModel");
        String name = operation.text("machineName") + (model.isEmpty() ? "" : ", " + model);
        return operation.truth("machineSimulated") ? name + " (" + words.text("passport.simulated") + ")" : name;
    }

    private static String run(Fields run, PassportPage page) {
        StringBuilder words = new StringBuilder();
        append(words, run, "runS", page.figure(run.number("runS") / 60, 1) + " min");
        append(words, run, "filamentMm", page.figure(run.number("filamentMm") / 1000, 2) + " m");
        append(words, run, "cutLengthMm", page.figure(run.number("cutLengthMm") / 1000, 2) + " m");
        append(words, run, "energyWh", page.figure(run.number("energyWh"), 1) + " Wh");
        return words.toString();
    }

    private static void append(StringBuilder words, Fields run, String name, String figure) {
        if (run.has(name)) {
            words.append(words.isEmpty() ? "" : " · ").append(figure);
        }
    }
}
