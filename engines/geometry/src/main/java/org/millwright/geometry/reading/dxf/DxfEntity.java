package org.millwright.geometry.reading.dxf;

import java.io.IOException;
import java.util.Arrays;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.curve.Affine;

/** One entity of a DXF file: its kind, its numbers by group code in their order, and the few words that matter. */
final class DxfEntity {
    final String kind;
    final int line;
    String layer = "0";
    String name = "";
    private int[] codes = new int[24];
    private double[] numbers = new double[24];
    private int count;

    private DxfEntity(String kind, int line) {
        this.kind = kind;
        this.line = line;
    }

    /** Reads the entity whose group 0 was just met, up to the next group 0. */
    static DxfEntity read(DxfGroups groups) throws IOException, UnreadableShape {
        var entity = new DxfEntity(groups.value(), groups.line());
        boolean embedded = false;
        while (groups.next()) {
            int code = groups.code();
            if (code == 0) {
                groups.pushBack();
                break;
            }
            // What follows group 101 describes an object inside the entity and reuses the entity's codes.
            embedded |= code == 101;
            if (embedded) {
                continue;
            }
            if (code == 8) {
                entity.layer = groups.value();
            } else if (code == 2) {
                entity.name = groups.value();
            } else if ((code >= 10 && code < 80) || (code >= 210 && code <= 230)) {
                entity.keep(code, groups.number());
            }
        }
        return entity;
    }

    double number(int code, double otherwise) {
        for (int i = 0; i < count; i++) {
            if (codes[i] == code) {
                return numbers[i];
            }
        }
        return otherwise;
    }

    double need(int code) throws UnreadableShape {
        double value = number(code, Double.NaN);
        if (Double.isNaN(value)) {
            throw new UnreadableShape(
                    "The %s in line %d of the DXF file lacks its group %d.".formatted(kind, line, code),
                    "Maybe the file was cut or edited: save the drawing as DXF again.");
        }
        return value;
    }

    int whole(int code, int otherwise) {
        return (int) number(code, otherwise);
    }

    /** All numbers of one code, in their order. */
    double[] all(int code) {
        var all = new double[count];
        int found = 0;
        for (int i = 0; i < count; i++) {
            if (codes[i] == code) {
                all[found++] = numbers[i];
            }
        }
        return Arrays.copyOf(all, found);
    }

    int count() {
        return count;
    }

    int code(int index) {
        return codes[index];
    }

    double number(int index) {
        return numbers[index];
    }

    boolean onPaper() {
        return whole(67, 0) == 1;
    }

    boolean invisible() {
        return whole(60, 0) == 1;
    }

    /** Whether the entity lies in a plane parallel to the drawing's. */
    boolean level() {
        double nx = number(210, 0);
        double ny = number(220, 0);
        double nz = number(230, 1);
        return Math.hypot(nx, ny) <= 1e-6 * Math.abs(nz);
    }

    boolean fromBelow() {
        return number(230, 1) < 0;
    }

    /** From the entity's own coordinate system to the drawing's, for level entities: seen from below, x runs backwards. */
    Affine ownPlane() {
        return fromBelow() ? Affine.scaling(-1, 1) : Affine.IDENTITY;
    }

    private void keep(int code, double number) {
        if (count == codes.length) {
            codes = Arrays.copyOf(codes, 2 * count);
            numbers = Arrays.copyOf(numbers, 2 * count);
        }
        codes[count] = code;
        numbers[count++] = number;
    }
}
