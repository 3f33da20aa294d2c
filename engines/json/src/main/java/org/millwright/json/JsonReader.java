package org.millwright.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON (RFC 8259) by recursive descent into maps, lists, strings, doubles, booleans and null. */
public final class JsonReader {
    private static final int DEEPEST = 100;

    private final String text;
    private int at;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    /** Throws {@link UnreadableFile}, naming the line, when the text is not JSON or nested too deeply. */
    public static @Nullable Object read(String text) {
        var reader = new JsonReader(text);
        Object value = reader.value();
        if (reader.peek() != 0) {
            throw reader.expected("the end of the text");
        }
        return value;
    }

    private @Nullable Object value() {
        if (++depth > DEEPEST) {
            throw expected("fewer than %d nested levels".formatted(DEEPEST));
        }
        Object value = switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
        depth--;
        return value;
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        at++;
        if (peek() == '}') {
            at++;
            return members;
        }
        do {
            if (peek() != '"') {
                throw expected("a name in quotes");
            }
            String name = string();
            take(':');
            members.put(name, value());
        } while (goesOn('}'));
        return members;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> elements = new ArrayList<>();
        at++;
        if (peek() == ']') {
            at++;
            return elements;
        }
        do {
            elements.add(value());
        } while (goesOn(']'));
        return elements;
    }

    private boolean goesOn(char end) {
        char next = peek();
        if (next != ',' && next != end) {
            throw expected("',' or '%c'".formatted(end));
        }
        at++;
        return next == ',';
    }

    private String string() {
        var string = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char letter = text.charAt(at++);
            string.append(letter == '\\' ? escape() : letter);
        }
        if (at >= text.length()) {
            throw expected("a closing quote");
        }
        at++;
        return string.toString();
    }

    private char escape() {
        char letter = at < text.length() ? text.charAt(at++) : 0;
        return switch (letter) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case '"', '\\', '/' -> letter;
            case 'u' -> unicode();
            default -> throw expected("an escape sequence");
        };
    }

    private char unicode() {
        try {
            char letter = (char) Integer.parseInt(text, at, at + 4, 16);
            at += 4;
            return letter;
        } catch (NumberFormatException | IndexOutOfBoundsException malformed) {
            throw expected("four hexadecimal digits");
        }
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw expected("a value");
        }
        at += word.length();
        return value;
    }

    private Double number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            Double number = Double.valueOf(text.substring(start, at));
            if (!number.isInfinite()) {
                return number;
            }
        } catch (NumberFormatException malformed) {
            // Said below.
        }
        at = start;
        throw expected("a value");
    }

    private void take(char wanted) {
        if (peek() != wanted) {
            throw expected("'%c'".formatted(wanted));
        }
        at++;
    }

    /** The next character that is not white space, or 0 at the end. */
    private char peek() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private UnreadableFile expected(String what) {
        long line = text.substring(0, Math.min(at, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        return new UnreadableFile("Line %d of the JSON text: expected %s.".formatted(line, what));
    }
}
