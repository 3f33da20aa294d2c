package org.millwright.geometry.reading.dxf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.millwright.geometry.DesignFile;
import org.millwright.geometry.LengthUnit;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.curve.Curve;
import org.millwright.geometry.reading.shape.Drawings;
import org.millwright.geometry.reading.source.ByteSource;

/** Text DXF from release 12 to 2018: lines, arcs, circles, ellipses, polylines with bulges, splines and nested blocks. */
public final class DxfReader {
    private static final int POLYGON_OR_SURFACE = 16 | 64;

    private final DxfGroups groups;
    private final Map<String, DxfBlock> blocks = new HashMap<>();
    private final Set<String> hiddenLayers = new HashSet<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private final DxfBlock drawing = new DxfBlock(0, 0);
    private @Nullable LengthUnit unit;

    private DxfReader(DxfGroups groups) {
        this.groups = groups;
    }

    public static DesignFile read(Path file, ReadLimits limits) throws IOException, UnreadableShape {
        try (var source = new ByteSource(file)) {
            var reader = new DxfReader(new DxfGroups(source));
            reader.sections();
            List<Curve> curves = new DxfExpansion(reader.blocks, limits).curves(reader.drawing);
            return Drawings.designFile("dxf", curves, reader.unit, reader.leftOut, limits);
        }
    }

    private void sections() throws IOException, UnreadableShape {
        boolean ended = false;
        while (!ended && groups.next()) {
            if (groups.is(0, "EOF")) {
                ended = true;
            } else if (groups.is(0, "SECTION")) {
                section();
            } else if (groups.code() == 0) {
                throw new UnreadableShape(
                        "Line %d of the DXF file has '%s' where a SECTION should begin."
                                .formatted(groups.line(), groups.value()),
                        "Save the drawing as text DXF (release 12 to 2018) again.");
            }
        }
        if (!ended) {
            throw new UnreadableShape(
                    "The DXF file ends in line %d without EOF.".formatted(groups.line()),
                    "Maybe the upload broke off: save the drawing as DXF again.");
        }
    }

    private void section() throws IOException, UnreadableShape {
        if (!groups.next() || groups.code() != 2) {
            throw new UnreadableShape(
                    "A section without a name begins in line %d of the DXF file.".formatted(groups.line()),
                    "Save the drawing as text DXF (release 12 to 2018) again.");
        }
        switch (groups.value()) {
            case "HEADER" -> header();
            case "TABLES" -> tables();
            case "BLOCKS" -> blockSection();
            case "ENTITIES" -> entities(drawing, "ENDSEC");
            default -> skipSection();
        }
    }

    private void header() throws IOException, UnreadableShape {
        boolean atUnits = false;
        while (groups.next() && !groups.is(0, "ENDSEC")) {
            if (groups.code() == 9) {
                atUnits = groups.value().equals("$INSUNITS");
            } else if (atUnits && groups.code() == 70) {
                unit = unit(groups.whole());
            }
        }
    }

    private static @Nullable LengthUnit unit(int insUnits) {
        return switch (insUnits) {
            case 1 -> LengthUnit.INCH;
            case 2 -> LengthUnit.FOOT;
            case 4 -> LengthUnit.MILLIMETRE;
            case 5 -> LengthUnit.CENTIMETRE;
            case 6 -> LengthUnit.METRE;
            case 13 -> LengthUnit.MICRON;
            default -> null;
        };
    }

    private void tables() throws IOException, UnreadableShape {
        while (groups.next() && !groups.is(0, "ENDSEC")) {
            if (groups.is(0, "LAYER")) {
                DxfEntity layer = DxfEntity.read(groups);
                boolean frozen = (layer.whole(70, 0) & 1) != 0;
                boolean off = layer.number(62, 7) < 0;
                if (frozen || off) {
                    hiddenLayers.add(layer.name);
                }
            }
        }
    }

    private void blockSection() throws IOException, UnreadableShape {
        while (groups.next() && !groups.is(0, "ENDSEC")) {
            if (groups.is(0, "BLOCK")) {
                DxfEntity head = DxfEntity.read(groups);
                var block = new DxfBlock(head.number(10, 0), head.number(20, 0));
                blocks.put(head.name, block);
                entities(block, "ENDBLK");
            }
        }
    }

    private void skipSection() throws IOException, UnreadableShape {
        boolean inside = groups.next();
        while (inside && !groups.is(0, "ENDSEC")) {
            inside = groups.next();
        }
    }

    private void entities(DxfBlock into, String end) throws IOException, UnreadableShape {
        while (groups.next()) {
            if (groups.code() != 0) {
                continue;
            }
            if (groups.value().equals(end)) {
                return;
            }
            DxfEntity entity = DxfEntity.read(groups);
            List<DxfEntity> vertices = entity.kind.equals("POLYLINE") ? vertices() : List.of();
            if (entity.onPaper() || entity.invisible()) {
                continue;
            }
            if (hiddenLayers.contains(entity.layer) || entity.layer.equalsIgnoreCase("DEFPOINTS")) {
                leaveOut("%s (hidden layer %s)".formatted(entity.kind, shortened(entity.layer)));
            } else {
                add(entity, vertices, into);
            }
        }
        throw new UnreadableShape(
                "The DXF file ends in line %d, before %s.".formatted(groups.line(), end),
                "Maybe the upload broke off: save the drawing as DXF again.");
    }

    private List<DxfEntity> vertices() throws IOException, UnreadableShape {
        var vertices = new ArrayList<DxfEntity>();
        while (groups.next()) {
            if (groups.is(0, "VERTEX")) {
                vertices.add(DxfEntity.read(groups));
            } else if (groups.is(0, "SEQEND")) {
                DxfEntity.read(groups);
                break;
            } else if (groups.code() == 0) {
                groups.pushBack();
                break;
            }
        }
        return vertices;
    }

    private void add(DxfEntity entity, List<DxfEntity> vertices, DxfBlock into) throws UnreadableShape {
        boolean flat = entity.level();
        switch (entity.kind) {
            case "LINE" -> into.curves().add(DxfCurves.line(entity));
            case "CIRCLE" -> addLevel(entity, flat ? DxfCurves.circle(entity) : null, into);
            case "ARC" -> addLevel(entity, flat ? DxfCurves.arc(entity) : null, into);
            case "ELLIPSE" -> addLevel(entity, flat ? DxfCurves.ellipse(entity) : null, into);
            case "LWPOLYLINE" -> addLevel(entity, flat ? DxfCurves.lightPolyline(entity) : null, into);
            case "POLYLINE" -> {
                boolean surface = (entity.whole(70, 0) & POLYGON_OR_SURFACE) != 0;
                addLevel(entity, flat && !surface ? DxfCurves.heavyPolyline(entity, vertices) : null, into);
            }
            case "SPLINE" -> {
                // A spline without control points only lists places to pass; which curve that is, each program decides.
                boolean drawn = entity.all(10).length > 0;
                addLevel(entity, drawn ? DxfCurves.spline(entity) : null, into);
            }
            case "INSERT" -> {
                if (flat) {
                    into.inserts().add(DxfBlock.Insert.of(entity));
                } else {
                    leaveOut("INSERT");
                }
            }
            case "POINT", "VIEWPORT", "SEQEND", "ATTRIB", "ATTDEF" -> {}
            default -> leaveOut(shortened(entity.kind));
        }
    }

    private void addLevel(DxfEntity entity, @Nullable Curve curve, DxfBlock into) {
        if (curve == null) {
            leaveOut(entity.kind);
        } else {
            into.curves().add(curve);
        }
    }

    private void leaveOut(String kind) {
        if (leftOut.size() < 20 || leftOut.containsKey(kind)) {
            leftOut.merge(kind, 1, Integer::sum);
        }
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }
}
