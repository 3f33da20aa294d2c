package org.millwright.geometry.reading;

import static org.millwright.geometry.Uploads.utf8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Damages bytes as transfers, editors and malice do. */
final class Mutations {
    private static final String[] WORDS = {
        "nan",
        "-inf",
        "1e308",
        "-1e308",
        "1e-320",
        "4294967295",
        "2147483647",
        "-1",
        "0",
        "-0.0",
        "1e999",
        "0x1p3",
        "",
        " ",
        "\n",
        "\u0000",
        "<",
        "&lt;",
        "<!DOCTYPE a [<!ENTITY b \"c\">]>",
        "&b;",
        "]]>",
        "id=\"1\"",
        "../../etc/passwd",
        "\"",
        "endsolid",
        "solid",
        "facet",
        "SECTION",
        "ENDSEC",
        "EOF",
        "BLOCK",
        "INSERT",
        "999",
        "v",
        "f",
        "M",
        "Z",
        "A"
    };

    private Mutations() {}

    /** One to eight changes; the same random numbers give the same ones. */
    static byte[] of(byte[] sound, SplittableRandom random) {
        byte[] bytes = sound;
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes && bytes.length > 1; i++) {
            bytes = once(bytes, random);
        }
        return bytes;
    }

    private static byte[] once(byte[] bytes, SplittableRandom random) {
        int at = random.nextInt(bytes.length);
        int length = Math.min(random.nextInt(1, 40), bytes.length - at);
        return switch (random.nextInt(9)) {
            case 0 -> changed(bytes, at, (byte) random.nextInt(256));
            case 1 -> changed(bytes, at, (byte) (bytes[at] ^ 1 << random.nextInt(8)));
            case 2 -> changed(bytes, at, (byte) ('0' + random.nextInt(10)));
            case 3 -> spliced(bytes, at, length, new byte[0]);
            case 4 -> spliced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
            case 5 -> spliced(bytes, at, 0, utf8(WORDS[random.nextInt(WORDS.length)]));
            case 6 -> spliced(bytes, at, word(bytes, at), utf8(WORDS[random.nextInt(WORDS.length)]));
            case 7 -> {
                int from = random.nextInt(bytes.length);
                yield spliced(
                        bytes, at, length, Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + length)));
            }
            default -> random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : changed(bytes, at, (byte) 0xFF);
        };
    }

    /** Bytes from a place to the end of the word there. */
    private static int word(byte[] bytes, int at) {
        int end = at;
        while (end < bytes.length && bytes[end] > ' ' && bytes[end] != '"' && end - at < 40) {
            end++;
        }
        return end - at;
    }

    private static byte[] changed(byte[] bytes, int at, byte value) {
        byte[] changed = bytes.clone();
        changed[at] = value;
        return changed;
    }

    private static byte[] spliced(byte[] bytes, int at, int removed, byte[] added) {
        var spliced = new ByteArrayOutputStream(bytes.length + added.length);
        spliced.write(bytes, 0, at);
        spliced.write(added, 0, added.length);
        spliced.write(bytes, at + removed, bytes.length - at - removed);
        return spliced.toByteArray();
    }
}
