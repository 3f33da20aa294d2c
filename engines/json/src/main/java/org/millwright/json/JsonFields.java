package org.millwright.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Named access to a JSON object. Whatever is missing or of another kind throws {@link UnreadableFile}, which says where.
 *
 * @param where the object's name in errors
 */
public record JsonFields(String where, Map<?, ?> members) {
    public static JsonFields of(String where, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new JsonFields(where, map);
        }
        throw new UnreadableFile("%s should be a JSON object.".formatted(where));
    }

    public boolean has(String name) {
        return members.get(name) != null;
    }

    @Nullable
    public Object any(String name) {
        return members.get(name);
    }

    public double number(String name) {
        if (members.get(name) instanceof Double number) {
            return number;
        }
        throw new UnreadableFile("%s has no number \"%s\".".formatted(where, name));
    }

    public long whole(String name) {
        double number = number(name);
        if (number != Math.rint(number) || Math.abs(number) > 9e15) {
            throw new UnreadableFile("%s: \"%s\" should be a whole number, got %s.".formatted(where, name, number));
        }
        return (long) number;
    }

    public List<Long> wholes(String name) {
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

    public String text(String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new UnreadableFile("%s has no text \"%s\".".formatted(where, name));
    }

    public List<@Nullable Object> list(String name) {
        if (members.get(name) instanceof List<?> list) {
            return new ArrayList<>(list);
        }
        throw new UnreadableFile("%s has no list \"%s\".".formatted(where, name));
    }

    /** The elements of a list of objects. */
    public List<JsonFields> objects(String name) {
        List<JsonFields> objects = new ArrayList<>();
        for (Object element : list(name)) {
            objects.add(of("%s[%d] of %s".formatted(name, objects.size(), where), element));
        }
        return objects;
    }
}
