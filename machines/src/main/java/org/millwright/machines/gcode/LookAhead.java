package org.millwright.machines.gcode;

/**
 * Gives every move the speeds at its two ends and the highest one between, as the planners of Marlin and GRBL do: a move
 * may enter a junction no faster than the junction allows and no faster than lets the machine come to rest within the
 * moves it has in its buffer.
 */
final class LookAhead {
    private LookAhead() {}

    /** Replaces limits by speeds in all moves of the blocks. */
    static void plan(Blocks b, int bufferedMoves) {
        int[] moves = movesOf(b);
        double speed = 0;
        for (int m = 0; m < moves.length; m++) {
            int i = moves[m];
            double limit = exitLimit(b, moves, m, bufferedMoves);
            if (b.kind[i] == Blocks.MOVE_FROM_REST) {
                // A first move shorter than its braking distance starts slower than the junction allows.
                speed = Math.min(b.entry[i], reachable(limit, b, i));
            }
            double exit = Math.min(limit, reachable(speed, b, i));
            double a = b.acceleration[i];
            double peak = Math.sqrt((2 * a * b.amount[i] + speed * speed + exit * exit) / 2);
            b.entry[i] = (float) speed;
            b.exit[i] = (float) exit;
            b.cruise[i] = (float) Math.max(Math.min(peak, b.cruise[i]), Math.max(speed, exit));
            speed = exit;
        }
    }

    /** The speed at the end of move {@code m} from which the moves behind it in the buffer can still stop. */
    private static double exitLimit(Blocks b, int[] moves, int m, int bufferedMoves) {
        int last = Math.min(moves.length - 1, m + bufferedMoves - 1);
        int end = m;
        while (end < last && b.kind[moves[end + 1]] != Blocks.MOVE_FROM_REST) {
            end++;
        }
        double speed = b.exit[moves[end]];
        for (int k = end; k > m; k--) {
            int i = moves[k];
            speed = Math.min(b.entry[i], reachable(speed, b, i));
        }
        return speed;
    }

    private static double reachable(double speed, Blocks b, int i) {
        return Math.sqrt(speed * speed + 2.0 * b.acceleration[i] * b.amount[i]);
    }

    private static int[] movesOf(Blocks b) {
        int n = 0;
        for (int i = 0; i < b.count; i++) {
            n += b.isMove(i) ? 1 : 0;
        }
        int[] moves = new int[n];
        n = 0;
        for (int i = 0; i < b.count; i++) {
            if (b.isMove(i)) {
                moves[n++] = i;
            }
        }
        return moves;
    }
}
