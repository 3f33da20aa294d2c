package org.millwright.geometry.reading.dxf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.curve.Affine;
import org.millwright.geometry.curve.Curve;

/** Replaces the inserts of a drawing by the curves of their blocks, with a bound on how many that may become. */
final class DxfExpansion {
    private static final int DEEPEST_NESTING = 32;

    private final Map<String, DxfBlock> blocks;
    private final int mostCurves;
    private final List<Curve> curves = new ArrayList<>();
    private long placements;

    DxfExpansion(Map<String, DxfBlock> blocks, ReadLimits limits) {
        this.blocks = blocks;
        this.mostCurves = limits.segments();
    }

    List<Curve> curves(DxfBlock drawing) throws UnreadableShape {
        place(drawing, Affine.IDENTITY, 0);
        return curves;
    }

    private void place(DxfBlock block, Affine map, int depth) throws UnreadableShape {
        if (depth > DEEPEST_NESTING) {
            throw new UnreadableShape(
                    "Blocks of the DXF file are nested more than %d deep.".formatted(DEEPEST_NESTING),
                    "Maybe a block contains itself: explode the blocks and save the drawing again.");
        }
        placements += 1 + block.curves().size();
        checkCount();
        for (Curve curve : block.curves()) {
            curves.add(map.equals(Affine.IDENTITY) ? curve : curve.transformed(map));
        }
        for (DxfBlock.Insert insert : block.inserts()) {
            DxfBlock inner = blocks.get(insert.block());
            if (inner == null) {
                throw new UnreadableShape(
                        "The INSERT in line %d of the DXF file places the block '%s', which the file does not hold."
                                .formatted(insert.line(), insert.block()),
                        "Maybe it is an external reference: bind or explode it and save the drawing again.");
            }
            for (int row = 0; row < insert.rows(); row++) {
                for (int column = 0; column < insert.columns(); column++) {
                    place(inner, map.after(insert.placed(column, row, inner)), depth + 1);
                }
            }
        }
    }

    private void checkCount() throws UnreadableShape {
        if (placements > mostCurves) {
            throw new UnreadableShape(
                    "The blocks of the DXF file unfold to more than %d curves.".formatted(mostCurves),
                    "Maybe a block is repeated far too often: simplify the drawing.");
        }
    }
}
