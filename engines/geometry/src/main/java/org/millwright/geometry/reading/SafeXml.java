package org.millwright.geometry.reading;

import java.io.InputStream;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.UnreadableShape;

/** XML from strangers: read as a stream, nothing is ever fetched or expanded, entities of the file's own are refused. */
final class SafeXml {
    private static final XMLInputFactory FACTORY = factory();

    private SafeXml() {}

    static XMLStreamReader open(InputStream in) throws XMLStreamException {
        synchronized (FACTORY) {
            return FACTORY.createXMLStreamReader(in);
        }
    }

    /** Refuses a document type that defines anything; a bare reference to a public one is harmless and never followed. */
    static void check(XMLStreamReader xml, String file) throws UnreadableShape {
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

    static UnreadableShape broken(XMLStreamException problem, String file) {
        String where = problem.getLocation() == null
                ? ""
                : " in line %d".formatted(problem.getLocation().getLineNumber());
        return new UnreadableShape(
                "The %s is no well-formed XML%s.".formatted(file, where),
                "Maybe the upload broke off: save the design again and upload the new file.");
    }

    static @Nullable String attribute(XMLStreamReader xml, String name) {
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
