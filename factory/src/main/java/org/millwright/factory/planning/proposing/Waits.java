package org.millwright.factory.planning.proposing;

import java.util.Map;
import org.millwright.factory.planning.WorkOrder.Waiting;
import org.millwright.factory.platform.text.Saying;

/** The reasons why work waits, in words. */
public final class Waits {
    private Waits() {}

    public static Waiting material(String material, double massG) {
        return because("material", Map.of("material", material, "massG", massG));
    }

    public static Waiting sheet(String material) {
        return because("sheet", Map.of("material", material));
    }

    public static Waiting machine(String machineClass) {
        return because("machine", Map.of("machine", machineClass));
    }

    public static Waiting person(String skill) {
        return because("person", Map.of("skill", skill));
    }

    public static Waiting room(String detail) {
        return because("room", Map.of("detail", detail));
    }

    public static Waiting program(String detail) {
        return because("program", Map.of("detail", detail));
    }

    private static Waiting because(String reason, Map<String, Object> args) {
        return new Waiting(reason, Saying.of("waiting." + reason, args));
    }
}
