package org.millwright.scheduling.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Named access to a JSON object, with errors that say which field is wrong. */
record JsonFields(String where, Map<?, ?> members) {
    static JsonFields of(String where, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new JsonFields(where, map);
        }
        throw new UnreadableFile("%s should be a JSON object.".formatted(where));
    }

    boolean has(String name) {
        return members.get(name) != null;
    }

    @Nullable
    Object any(String name) {
        return members.get(name);
    }

    double number(String name) {
        if (members.get(name) instanceof Double number) {
            return number;
        }
        throw new UnreadableFile("%s has no number \"%s\".".formatted(where, name));
    }

    long whole(String name) {
        double number = number(name);
        if (number != Math.rint(number) || Math.abs(number) > 9e15) {
            throw new UnreadableFile("%s: \"%s\" should be a whole number, got %s.".formatted(where, name, number));
        }
        return (long) number;
    }

    List<Long> wholes(String name) {
        List<Long> numbers = new ArrayList<>();
        for (Object element : list(name)) {
            if (!(element instanceof Double number) || number != Math.rint(number) || Math.abs(number) > 9e15) {
                throw new UnreadableFile(
                        "%s: \"%s\" should hold whole numbers, got %s.".formatted(where, name, element));
            }
            numbers.add(number.longValue());
        }
        return numbers;
    }

    String text(String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new UnreadableFile("%s has no text \"%s\".".formatted(where, name));
    }

    List<@Nullable Object> list(String name) {
        if (members.get(name) instanceof List<?> list) {
            return new ArrayList<>(list);
        }
        throw new UnreadableFile("%s has no list \"%s\".".formatted(where, name));
    }

    /** The elements of a list of objects. */
    List<JsonFields> objects(String name) {
        List<JsonFields> objects = new ArrayList<>();
        for (Object element : list(name)) {
            objects.add(of("%s[%d] of %s".formatted(name, objects.size(), where), element));
        }
        return objects;
    }
}
