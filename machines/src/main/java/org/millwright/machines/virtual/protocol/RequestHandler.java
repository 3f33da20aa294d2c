package org.millwright.machines.virtual.protocol;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.millwright.machines.JobReport;
import org.millwright.machines.JobToken;
import org.millwright.machines.MachineDriver.Identity;
import org.millwright.machines.ProgramFile;
import org.millwright.machines.virtual.VirtualMachine;

/** Answers one request after the other for one machine. */
final class RequestHandler {
    private final VirtualMachine machine;

    RequestHandler(VirtualMachine machine) {
        this.machine = machine;
    }

    /**
     * Answers a request; what follows its line is read from {@code in}.
     *
     * @throws IOException when the connection cannot go on
     */
    List<String> answer(String line, InputStream in) throws IOException {
        try {
            List<String> words = Wire.words(line);
            return switch (words.getFirst()) {
                case "hello" -> hello(word(words, 1));
                case "store" -> store(words, in);
                case "start" -> Answers.of(machine.start(token(words)));
                case "pause" -> Answers.of(machine.pause(token(words)));
                case "resume" -> Answers.of(machine.resume(token(words)));
                case "cancel" -> Answers.of(machine.cancel(token(words)));
                case "bed-cleared" -> Answers.of(machine.bedCleared());
                case "state" -> Answers.of(machine.state());
                case "reconcile" -> reconcile(words.subList(1, words.size()));
                case "fault" -> fault(words);
                default -> error("unknown-request", words.getFirst());
            };
        } catch (IllegalArgumentException e) {
            return error("wrong-request", String.valueOf(e.getMessage()));
        }
    }

    static List<String> error(String code, String text) {
        return List.of("error", code, text);
    }

    private List<String> hello(String version) {
        if (!version.equals(String.valueOf(Wire.VERSION))) {
            return error("version", "Version %d is spoken here, not %s".formatted(Wire.VERSION, version));
        }
        Identity identity = machine.identity();
        return List.of(
                "ok",
                "version:" + Wire.VERSION,
                "maker:" + identity.maker(),
                "model:" + identity.model(),
                "serial:" + identity.serial());
    }

    private List<String> store(List<String> words, InputStream in) throws IOException {
        int length = length(word(words, 3));
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The program ended after %d of %d bytes".formatted(bytes.length, length));
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return error("wrong-request", "The program is not UTF-8");
        }
        return Answers.of(machine.store(token(words), new ProgramFile(word(words, 2), text, word(words, 4))));
    }

    /** A length that cannot be trusted ends the connection: what follows could not be told from requests. */
    private static int length(String word) throws ProtocolException {
        try {
            int length = Integer.parseInt(word);
            if (length >= 0 && length <= Wire.LARGEST_PROGRAM) {
                return length;
            }
        } catch (NumberFormatException e) {
            throw (ProtocolException) new ProtocolException("'%s' is no length".formatted(word)).initCause(e);
        }
        throw new ProtocolException("A program has 0 to %d bytes, not %s".formatted(Wire.LARGEST_PROGRAM, word));
    }

    private List<String> reconcile(List<String> tokens) {
        if (tokens.size() > Wire.MOST_TOKENS) {
            return error("wrong-request", "At most %d tokens at once".formatted(Wire.MOST_TOKENS));
        }
        var words = new ArrayList<>(List.of("ok"));
        for (JobReport report :
                machine.reconcile(tokens.stream().map(JobToken::new).toList())) {
            Answers.addTo(words, report);
        }
        return words;
    }

    private List<String> fault(List<String> words) {
        machine.fault(word(words, 1), word(words, 2), Double.parseDouble(word(words, 3)));
        return List.of("ok");
    }

    private static JobToken token(List<String> words) {
        return new JobToken(word(words, 1));
    }

    private static String word(List<String> words, int index) {
        if (words.size() <= index) {
            throw new IllegalArgumentException(
                    "'%s' needs at least %d more words".formatted(words.getFirst(), index - words.size() + 1));
        }
        return words.get(index);
    }
}
