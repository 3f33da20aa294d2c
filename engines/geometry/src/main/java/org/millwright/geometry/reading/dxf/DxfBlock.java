package org.millwright.geometry.reading.dxf;

import java.util.ArrayList;
import java.util.List;
import org.millwright.geometry.curve.Affine;
import org.millwright.geometry.curve.Curve;

/** A named group of curves that can be placed many times, or the drawing itself. */
record DxfBlock(double baseX, double baseY, List<Curve> curves, List<Insert> inserts) {
    DxfBlock(double baseX, double baseY) {
        this(baseX, baseY, new ArrayList<>(), new ArrayList<>());
    }

    /**
     * The placement of a block.
     *
     * @param map from the block's coordinates, relative to its base point, to those around the insert
     * @param columns repetitions along the insert's own x, {@code columnStep} apart
     */
    record Insert(
            String block, int line, Affine map, int columns, int rows, double columnStep, double rowStep, Affine turn) {
        static Insert of(DxfEntity insert) {
            Affine turn = Affine.rotation(insert.number(50, 0));
            Affine own = Affine.translation(insert.number(10, 0), insert.number(20, 0))
                    .after(turn)
                    .after(Affine.scaling(insert.number(41, 1), insert.number(42, 1)));
            return new Insert(
                    insert.name,
                    insert.line,
                    insert.ownPlane().after(own),
                    Math.max(1, insert.whole(70, 1)),
                    Math.max(1, insert.whole(71, 1)),
                    insert.number(44, 0),
                    insert.number(45, 0),
                    insert.ownPlane().after(turn));
        }

        Affine placed(int column, int row, DxfBlock block) {
            double alongX = column * columnStep;
            double alongY = row * rowStep;
            return Affine.translation(turn.a() * alongX + turn.c() * alongY, turn.b() * alongX + turn.d() * alongY)
                    .after(map)
                    .after(Affine.translation(-block.baseX(), -block.baseY()));
        }
    }
}
