package org.millwright.geometry.reading.threemf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.millwright.geometry.DesignFile;
import org.millwright.geometry.Finding;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.Strictness;
import org.millwright.geometry.UnreadableShape;

/** 3MF core with the production extension: build items and their components, placed, as one mesh. */
public final class ThreeMfReader {
    private static final int DEEPEST_NESTING = 32;
    private static final int MOST_PLACEMENTS = 100_000;

    private final PackedParts parts;
    private final ReadLimits limits;
    private final Map<String, ThreeMfModel> models = new HashMap<>();
    private final MeshParts mesh;
    private final Violations violations;
    private final Beams beams;
    private String rootPart = "";
    private int placements;

    private ThreeMfReader(PackedParts parts, ReadLimits limits, Strictness strictness) {
        this.parts = parts;
        this.limits = limits;
        this.mesh = new MeshParts(limits);
        this.violations = new Violations(strictness);
        this.beams = new Beams(violations);
    }

    public static DesignFile read(Path file, ReadLimits limits, Strictness strictness)
            throws IOException, UnreadableShape {
        try (PackedParts parts = PackedParts.open(file, limits)) {
            return new ThreeMfReader(parts, limits, strictness).read();
        }
    }

    private DesignFile read() throws IOException, UnreadableShape {
        String root = rootPart();
        rootPart = root;
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
        if (solid.triangleCount() == 0 && beams.count() == 0) {
            throw new UnreadableShape(
                    "The objects that the 3MF file builds have no triangles.",
                    "Maybe the design is a stack of slices: export it as a plain mesh.");
        }
        var remarks = new ArrayList<Finding>(violations.findings());
        Finding lattice = beams.finding(model.unit().mm());
        if (lattice != null) {
            remarks.add(lattice);
        }
        return new DesignFile("3mf", model.unit(), model.unit(), solid, remarks);
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
        if (depth == 0 && object.isOther()) {
            violations.add(
                    "The 3MF file builds the object '%s' of the type 'other', which no item may (3MF core, 3.4.3.1)."
                            .formatted(use.objectId()));
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
        Relations relations = Relations.read(parts, part.startsWith("/") ? part.substring(1) : part);
        relations.check(parts, violations);
        parts.read(
                part,
                xml -> models.put(
                        part, ThreeMfModel.read(part, xml, limits, part.equals(rootPart), parts, beams, violations)));
        return model(part);
    }

    private String rootPart() throws IOException, UnreadableShape {
        String relations = parts.find("_rels/.rels");
        if (relations == null) {
            throw new UnreadableShape(
                    "The file is a ZIP package, but no 3MF file: it lacks _rels/.rels.",
                    "Upload the 3MF, STL, DXF or SVG file itself, not packed.");
        }
        Relations package3mf = Relations.read(parts, "");
        package3mf.check(parts, violations);
        for (Relations.Relation relation : package3mf.ofType(Relations.MODEL)) {
            if (relation.target() != null) {
                return relation.target();
            }
        }
        throw new UnreadableShape(
                "The 3MF file does not say in _rels/.rels which of its parts is the model.",
                "Export the design again from the program it was drawn in.");
    }
}
