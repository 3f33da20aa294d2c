package org.millwright.factory.passport.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Members of a JSON object. What is absent reads as empty, so that a page shows what there is. */
public record Fields(Map<?, ?> values) {
    public boolean has(String name) {
        return values.containsKey(name);
    }

    public String text(String name) {
        Object value = values.get(name);
        return value == null ? "" : value.toString();
    }

    public double number(String name) {
        return values.get(name) instanceof Number number ? number.doubleValue() : 0;
    }

    public boolean truth(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    public Fields map(String name) {
        return new Fields(values.get(name) instanceof Map<?, ?> map ? map : Map.of());
    }

    public List<Fields> list(String name) {
        List<Fields> list = new ArrayList<>();
        if (values.get(name) instanceof List<?> items) {
            for (Object item : items) {
                list.add(new Fields(item instanceof Map<?, ?> map ? map : Map.of()));
            }
        }
        return list;
    }
}
