package org.millwright.nesting.compaction;

import java.util.Arrays;

/**
 * Finds variables x within 2 of 0 that make c·x smallest under rows a·x ≥ b, each with at most {@value #WIDTH} coefficients, by a
 * primal-dual interior point method with Mehrotra's predictor and corrector (SIAM Journal on Optimization 2, 1992). Made
 * to be used again and again; not for several threads at once.
 */
public final class LinearProgram {
    /** Coefficients a row may have. */
    static final int WIDTH = 5;

    private static final int MOST_ITERATIONS = 40;
    /** Slack and price that rows begin with at least; of a size with the answer. */
    private static final double START = 0.1;

    private static final double STAY_INSIDE = 0.995;
    private static final double FARTHEST = 2;
    private static final double TINY = 1e-12;

    private int variables;
    private int rows;
    private double[] cost = new double[0];
    private int[] column = new int[0];
    private double[] coefficient = new double[0];
    private double[] bound = new double[0];
    private double[] x = new double[0];
    private double[] slack = new double[0];
    private double[] price = new double[0];
    private double[] slackStep = new double[0];
    private double[] priceStep = new double[0];
    private double[] centring = new double[0];
    private double[] step = new double[0];
    /** By how much each row misses what its slack says. */
    private double[] off = new double[0];

    private final SkylineMatrix matrix = new SkylineMatrix();

    /** Forgets everything and begins with so many variables, each at 0 and free of cost. */
    public void begin(int variables) {
        this.variables = variables;
        rows = 0;
        if (cost.length < variables) {
            cost = new double[variables];
            x = new double[variables];
            step = new double[variables];
        }
        Arrays.fill(cost, 0, variables, 0);
        Arrays.fill(x, 0, variables, 0);
    }

    public void setCost(int variable, double value) {
        cost[variable] = value;
    }

    /** Where a variable begins; the nearer to the answer the better. */
    public void setStart(int variable, double value) {
        x[variable] = value;
    }

    /** Begins a row that is to be at least so large. */
    public void addRow(double atLeast) {
        if (rows == bound.length) {
            int room = Math.max(256, 2 * rows);
            bound = Arrays.copyOf(bound, room);
            slack = new double[room];
            price = new double[room];
            slackStep = new double[room];
            priceStep = new double[room];
            centring = new double[room];
            off = new double[room];
            column = Arrays.copyOf(column, WIDTH * room);
            coefficient = Arrays.copyOf(coefficient, WIDTH * room);
        }
        bound[rows] = atLeast;
        Arrays.fill(column, WIDTH * rows, WIDTH * rows + WIDTH, -1);
        rows++;
    }

    /** Adds a coefficient to the last row. */
    public void add(int variable, double value) {
        if (value == 0) {
            return;
        }
        int at = WIDTH * (rows - 1);
        while (column[at] >= 0) {
            at++;
        }
        column[at] = variable;
        coefficient[at] = value;
    }

    public double value(int variable) {
        return x[variable];
    }

    /**
     * Solves what was put in.
     *
     * @param precision of rows and of the answer, such as 1e-7
     * @param enough gives up as soon as it is certain that c·x stays above
     * @return whether all rows hold and nothing much better is possible
     */
    public boolean solve(double precision, double enough) {
        matrix.shape(variables, column, WIDTH, rows);
        for (int r = 0; r < rows; r++) {
            slack[r] = Math.max(START, rowValue(r, x) - bound[r]);
            price[r] = START / slack[r];
        }
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double gap = 0;
            double most = 0;
            for (int r = 0; r < rows; r++) {
                gap += slack[r] * price[r];
                off[r] = rowValue(r, x) - bound[r] - slack[r];
                most = Math.max(most, Math.abs(off[r]));
            }
            if (!(gap < Double.POSITIVE_INFINITY) || least() > enough) {
                return false;
            }
            if (most <= precision && gap <= precision) {
                return true;
            }
            if (!iterate(gap / rows)) {
                return false;
            }
        }
        return false;
    }

    /** What c·x cannot be less than, by the prices of rows: weak duality where all variables are within 2 of 0. */
    private double least() {
        System.arraycopy(cost, 0, step, 0, variables);
        double least = 0;
        for (int r = 0; r < rows; r++) {
            least += price[r] * bound[r];
            for (int k = WIDTH * r; k < WIDTH * r + WIDTH && column[k] >= 0; k++) {
                step[column[k]] -= price[r] * coefficient[k];
            }
        }
        for (int i = 0; i < variables; i++) {
            least -= FARTHEST * Math.abs(step[i]);
        }
        return least;
    }

    private double rowValue(int r, double[] at) {
        double sum = 0;
        for (int k = WIDTH * r; k < WIDTH * r + WIDTH && column[k] >= 0; k++) {
            sum += coefficient[k] * at[column[k]];
        }
        return sum;
    }

    private boolean iterate(double mu) {
        matrix.clear();
        for (int r = 0; r < rows; r++) {
            matrix.addOuter(column, coefficient, WIDTH * r, WIDTH, price[r] / slack[r]);
        }
        if (!matrix.factor()) {
            return false;
        }
        Arrays.fill(centring, 0, rows, 0);
        direction();
        double reach = Math.min(longest(slack, slackStep), longest(price, priceStep));
        double after = 0;
        for (int r = 0; r < rows; r++) {
            after += (slack[r] + reach * slackStep[r]) * (price[r] + reach * priceStep[r]);
        }
        double ratio = after / rows / mu;
        double target = ratio * ratio * ratio * mu;
        for (int r = 0; r < rows; r++) {
            centring[r] = target - slackStep[r] * priceStep[r];
        }
        direction();
        double primal = Math.min(1, STAY_INSIDE * longest(slack, slackStep));
        double dual = Math.min(1, STAY_INSIDE * longest(price, priceStep));
        for (int i = 0; i < variables; i++) {
            x[i] += primal * step[i];
        }
        for (int r = 0; r < rows; r++) {
            slack[r] = Math.max(TINY, slack[r] + primal * slackStep[r]);
            price[r] = Math.max(TINY * TINY, price[r] + dual * priceStep[r]);
        }
        return true;
    }

    /**
     * Solves for the steps: with residuals f = A x − b − s and g = Aᵀy − c, and s∘y to become the centring term,
     * Aᵀ(Y/S)A dx = g + Aᵀ((centring − Y f)/S − y).
     */
    private void direction() {
        for (int i = 0; i < variables; i++) {
            step[i] = -cost[i];
        }
        for (int r = 0; r < rows; r++) {
            double weight = (centring[r] - price[r] * off[r]) / slack[r];
            for (int k = WIDTH * r; k < WIDTH * r + WIDTH && column[k] >= 0; k++) {
                step[column[k]] += coefficient[k] * weight;
            }
        }
        matrix.solve(step);
        for (int r = 0; r < rows; r++) {
            slackStep[r] = rowValue(r, step) + off[r];
            priceStep[r] = (centring[r] - price[r] * slackStep[r]) / slack[r] - price[r];
        }
    }

    /** How far a step may go until something reaches 0. */
    private double longest(double[] at, double[] by) {
        double reach = 1e3;
        for (int r = 0; r < rows; r++) {
            if (by[r] < 0) {
                reach = Math.min(reach, -at[r] / by[r]);
            }
        }
        return Math.min(1 / STAY_INSIDE, reach);
    }
}
