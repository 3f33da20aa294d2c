package org.millwright.geometry.reading.threemf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.DesignFile;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.reading.source.SafeXml;

/** 3MF core with the production extension: build items and their components, placed, as one mesh. */
public final class ThreeMfReader {
    private static final String MODEL_RELATION = "http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel";
    private static final int DEEPEST_NESTING = 32;
    private static final int MOST_PLACEMENTS = 100_000;

    private final PackedParts parts;
    private final ReadLimits limits;
    private final Map<String, ThreeMfModel> models = new HashMap<>();
    private final MeshParts mesh;
    private int placements;

    private ThreeMfReader(PackedParts parts, ReadLimits limits) {
        this.parts = parts;
        this.limits = limits;
        this.mesh = new MeshParts(limits);
    }

    public static DesignFile read(Path file, ReadLimits limits) throws IOException, UnreadableShape {
        try (PackedParts parts = PackedParts.open(file, limits)) {
            return new ThreeMfReader(parts, limits).read();
        }
    }

    private DesignFile read() throws IOException, UnreadableShape {
        String root = rootPart();
        ThreeMfModel model = model(root);
        if (model.items().isEmpty()) {
            throw new UnreadableShape(
                    "The 3MF file builds nothing: its build section has no item.",
                    "Maybe nothing was selected when it was exported.");
        }
        for (ThreeMfModel.Use item : model.items()) {
            place(item, root, Placement.NONE, 0);
        }
        var solid = mesh.mesh();
        if (solid.triangleCount() == 0) {
            throw new UnreadableShape(
                    "The objects that the 3MF file builds have no triangles.",
                    "Maybe the design is a beam lattice or a stack of slices: export it as a plain mesh.");
        }
        return new DesignFile("3mf", model.unit(), model.unit(), solid);
    }

    private void place(ThreeMfModel.Use use, String inPart, Placement around, int depth)
            throws IOException, UnreadableShape {
        if (depth > DEEPEST_NESTING || ++placements > MOST_PLACEMENTS) {
            throw new UnreadableShape(
                    "The components of the 3MF file are nested more than %d deep or unfold to more than %d objects."
                            .formatted(DEEPEST_NESTING, MOST_PLACEMENTS),
                    "Maybe a component contains itself: export the part as one plain mesh.");
        }
        String part = use.path() == null ? inPart : use.path();
        ThreeMfObject object = model(part).object(use.objectId());
        if (object == null) {
            throw new UnreadableShape(
                    "The 3MF file places the object '%s', which the part '%s' does not hold."
                            .formatted(use.objectId(), part),
                    "Export the design again from the program it was drawn in.");
        }
        if (object.isSupport()) {
            return;
        }
        Placement placement = around.after(use.placement());
        if (object.triangles() > 0) {
            object.addTo(mesh, placement);
        }
        for (ThreeMfModel.Use component : object.components()) {
            place(component, part, placement, depth + 1);
        }
    }

    private ThreeMfModel model(String part) throws IOException, UnreadableShape {
        ThreeMfModel known = models.get(part);
        if (known != null) {
            return known;
        }
        parts.read(part, xml -> models.put(part, ThreeMfModel.read(part, xml, limits)));
        return model(part);
    }

    private String rootPart() throws IOException, UnreadableShape {
        String relations = parts.find("_rels/.rels");
        if (relations == null) {
            throw new UnreadableShape(
                    "The file is a ZIP package, but no 3MF file: it lacks _rels/.rels.",
                    "Upload the 3MF, STL, DXF or SVG file itself, not packed.");
        }
        var target = new RootTarget();
        parts.read(relations, target::read);
        if (target.path == null) {
            throw new UnreadableShape(
                    "The 3MF file does not say which of its parts is the model.",
                    "Export the design again from the program it was drawn in.");
        }
        return target.path;
    }

    private static final class RootTarget {
        private @Nullable String path;

        void read(XMLStreamReader xml) throws javax.xml.stream.XMLStreamException, UnreadableShape {
            while (xml.hasNext()) {
                int event = xml.next();
                SafeXml.check(xml, "3MF package");
                if (event == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")
                        && MODEL_RELATION.equals(SafeXml.attribute(xml, "Type"))
                        && path == null) {
                    path = SafeXml.attribute(xml, "Target");
                }
            }
        }
    }
}
