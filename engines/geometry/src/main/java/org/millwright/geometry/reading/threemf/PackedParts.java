package org.millwright.geometry.reading.threemf;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.reading.source.MeteredStream;
import org.millwright.geometry.reading.source.SafeXml;

/** The parts of an Open Packaging (ZIP) file, unpacked one after the other within one allowance for all of them. */
final class PackedParts implements Closeable {
    private static final int MOST_PARTS = 10_000;
    /** Meshes shrink five- to fifty-fold; files made to burst go towards a thousand. */
    private static final long HIGHEST_RATIO = 250;

    private static final long UNSUSPICIOUS_BYTES = 20_000_000;

    private final ZipFile zip;
    private final Map<String, ZipEntry> parts = new HashMap<>();
    private long allowance;

    /** Reads one part from its start. */
    interface PartReader {
        void read(XMLStreamReader xml) throws XMLStreamException, UnreadableShape;
    }

    private PackedParts(ZipFile zip, ReadLimits limits) {
        this.zip = zip;
        this.allowance = limits.unpackedBytes();
        zip.stream().limit(MOST_PARTS + 1L).forEach(entry -> parts.putIfAbsent(key(entry.getName()), entry));
    }

    static PackedParts open(Path file, ReadLimits limits) throws IOException, UnreadableShape {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException | EOFException | IllegalArgumentException damaged) {
            throw new UnreadableShape(
                    "The 3MF file is a damaged ZIP package: %s.".formatted(damaged.getMessage()),
                    "Maybe the upload broke off: export the part again and upload the new file.");
        }
        if (zip.size() > MOST_PARTS) {
            int count = zip.size();
            zip.close();
            throw new UnreadableShape(
                    "The 3MF file packs %d parts; at most %d are read.".formatted(count, MOST_PARTS),
                    "Export the design again with nothing but the part in it.");
        }
        return new PackedParts(zip, limits);
    }

    /** The name as it is stored, or null when there is no such part; a leading slash and the case do not matter. */
    @Nullable
    String find(String name) {
        ZipEntry entry = parts.get(key(name));
        return entry == null ? null : entry.getName();
    }

    void read(String name, PartReader reader) throws IOException, UnreadableShape {
        ZipEntry entry = parts.get(key(name));
        if (entry == null) {
            throw new UnreadableShape(
                    "The 3MF file refers to the part '%s', which it does not pack.".formatted(name),
                    "Export the design again from the program it was drawn in.");
        }
        long suspicious = Math.max(UNSUSPICIOUS_BYTES, HIGHEST_RATIO * Math.max(0, entry.getCompressedSize()));
        try (var stream = new MeteredStream(zip.getInputStream(entry), Math.min(allowance, suspicious))) {
            XMLStreamReader xml = SafeXml.open(stream);
            reader.read(xml);
            xml.close();
            allowance -= stream.bytesRead();
        } catch (XMLStreamException problem) {
            if (problem.getNestedException() instanceof MeteredStream.TooMuch tooMuch) {
                throw burst(name, tooMuch);
            }
            throw SafeXml.broken(problem, "3MF part " + name);
        } catch (MeteredStream.TooMuch tooMuch) {
            throw burst(name, tooMuch);
        } catch (CharacterCodingException misencoded) {
            throw SafeXml.broken(new XMLStreamException(misencoded), "3MF part " + name);
        } catch (ZipException | EOFException damaged) {
            throw new UnreadableShape(
                    "The part '%s' of the 3MF file cannot be unpacked: %s.".formatted(name, damaged.getMessage()),
                    "Maybe the upload broke off: export the part again and upload the new file.");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static UnreadableShape burst(String name, MeteredStream.TooMuch tooMuch) {
        return new UnreadableShape(
                "The part '%s' of the 3MF file unpacks to %s, which is suspicious or too large."
                        .formatted(name, tooMuch.getMessage()),
                "Maybe export with a coarser tolerance, or as binary STL.");
    }

    private static String key(String name) {
        return (name.startsWith("/") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
    }
}
