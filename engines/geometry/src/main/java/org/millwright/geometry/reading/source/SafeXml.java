package org.millwright.geometry.reading.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.UnreadableShape;

/** XML from strangers: read as a stream, nothing is ever fetched or expanded, entities of the file's own are refused. */
public final class SafeXml {
    private static final XMLInputFactory FACTORY = factory();
    private static final int SNIFFED_BYTES = 200;
    private static final Pattern ENCODING =
            Pattern.compile("\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    private SafeXml() {}

    /** Opens the stream in the encoding that it names, UTF-8 when it names none; bytes that it does not allow are an error. */
    public static XMLStreamReader open(InputStream in) throws XMLStreamException, IOException {
        var buffered = new BufferedInputStream(in);
        buffered.mark(SNIFFED_BYTES);
        byte[] head = buffered.readNBytes(SNIFFED_BYTES);
        buffered.reset();
        var decoder = charset(head)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        if (head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            buffered.skipNBytes(3);
        }
        synchronized (FACTORY) {
            return FACTORY.createXMLStreamReader(new InputStreamReader(buffered, decoder));
        }
    }

    private static Charset charset(byte[] head) {
        if (head.length >= 2 && (head[0] & 0xFF) + (head[1] & 0xFF) == 0xFE + 0xFF) {
            return StandardCharsets.UTF_16;
        }
        Matcher declared = ENCODING.matcher(new String(head, StandardCharsets.ISO_8859_1));
        if (!declared.lookingAt()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(declared.group(1));
        } catch (IllegalArgumentException unknownEncoding) {
            return StandardCharsets.UTF_8;
        }
    }

    /** Refuses a document type that defines anything; a bare reference to a public one is harmless and never followed. */
    public static void check(XMLStreamReader xml, String file) throws UnreadableShape {
        boolean entity = xml.getEventType() == XMLStreamConstants.ENTITY_REFERENCE;
        boolean definition = xml.getEventType() == XMLStreamConstants.DTD
                && (text(xml).contains("[")
                        || text(xml).toUpperCase(Locale.ROOT).contains("<!ENTITY"));
        if (entity || definition) {
            throw new UnreadableShape(
                    "The %s defines XML entities in line %d, which a design file has no use for."
                            .formatted(file, xml.getLocation().getLineNumber()),
                    "Save the design again from the program it was drawn in, as plain %s.".formatted(file));
        }
    }

    public static UnreadableShape broken(XMLStreamException problem, String file) {
        String where = problem.getLocation() == null
                ? ""
                : " in line %d".formatted(problem.getLocation().getLineNumber());
        return new UnreadableShape(
                "The %s is no well-formed XML%s.".formatted(file, where),
                "Maybe the upload broke off: save the design again and upload the new file.");
    }

    public static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals(name) && (namespace == null || namespace.isEmpty())) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    private static String text(XMLStreamReader xml) {
        String text = xml.getText();
        return text == null ? "" : text;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLReporter((message, type, detail, location) -> {});
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }
}
