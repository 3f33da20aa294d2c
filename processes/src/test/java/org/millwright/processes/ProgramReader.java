package org.millwright.processes;

import java.util.ArrayList;
import java.util.List;

/** Reads a program back as a machine would, knowing nothing of how it was written. */
public final class ProgramReader {
    /** One straight move. {@code power} is the S word in force, {@code filamentMm} what the extruder pushed. */
    public record Move(
            String comment,
            boolean rapid,
            double fromX,
            double fromY,
            double toX,
            double toY,
            double z,
            double filamentMm,
            double power,
            double mmPerMin) {
        public double lengthMm() {
            return Math.hypot(toX - fromX, toY - fromY);
        }
    }

    private ProgramReader() {}

    public static List<Move> read(String program) {
        var moves = new ArrayList<Move>();
        double x = 0, y = 0, z = 0, e = 0, s = 0, f = 0;
        boolean relative = false;
        boolean rapid = true;
        String comment = "";
        for (String line : program.lines().toList()) {
            if (line.startsWith(";") || line.startsWith("(")) {
                comment = line.startsWith(";LAYER") ? comment : line;
                continue;
            }
            double nx = x, ny = y, nz = z, de = 0;
            boolean moved = false;
            String first = line.split(" ")[0];
            for (String word : line.split(" ")) {
                char letter = word.charAt(0);
                double value = Double.parseDouble(word.substring(1));
                switch (letter) {
                    case 'G' -> rapid = value == 0 || (value != 1 && rapid);
                    case 'M' -> relative = value == 83 || (value != 82 && relative);
                    case 'X' -> {
                        nx = value;
                        moved = true;
                    }
                    case 'Y' -> {
                        ny = value;
                        moved = true;
                    }
                    case 'Z' -> {
                        nz = value;
                        moved = true;
                    }
                    case 'S' -> s = value;
                    case 'F' -> f = value;
                    case 'E' -> {
                        de = relative ? value : value - e;
                        e = value;
                        moved = true;
                    }
                    case 'R', 'T', 'P' -> {}
                    default -> throw new IllegalArgumentException(line);
                }
            }
            if (first.equals("G92")) {
                e = 0;
            } else if (moved && (first.equals("G0") || first.equals("G1"))) {
                moves.add(new Move(comment, rapid, x, y, nx, ny, nz, de, s, f));
                x = nx;
                y = ny;
                z = nz;
            }
        }
        return moves;
    }
}
