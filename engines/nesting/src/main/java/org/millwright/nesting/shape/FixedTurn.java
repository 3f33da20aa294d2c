package org.millwright.nesting.shape;

import org.millwright.nesting.model.Constraints;
import org.millwright.nesting.model.Polygon;

/** Makes figures for one turn, on the grid, around the turned centre of a part. */
record FixedTurn(double degrees, boolean mirrored, double cx, double cy) {
    private double cos() {
        return Math.cos(Math.toRadians(degrees));
    }

    private double sin() {
        return Math.sin(Math.toRadians(degrees));
    }

    private double centreX() {
        return cx * cos() - cy * sin();
    }

    private double centreY() {
        return cx * sin() + cy * cos();
    }

    /**
     * The figure of a part.
     *
     * @param turned the part, turned and mirrored
     * @param poles of the part before turning
     */
    Figure figure(Polygon turned, double[] poles, double grownUm, Extras extras) {
        double[][] rings = Rings.around(turned, centreX(), centreY());
        double[] turnedPoles = turned(poles, 3);
        double[] ways = extras.wayPoints(mirrored);
        for (int i = 0; i < ways.length; i += 2) {
            ways[i] -= cx;
            ways[i + 1] -= cy;
        }
        Figure bare = null;
        if (grownUm > 0 || ways.length > 0) {
            double[] edges = Turns.joined(
                    Growth.edges(rings, 0, Turns.ROUNDING_UM),
                    turned(extras.capsuleEdges(mirrored, Double.MAX_VALUE, cx, cy), 2));
            bare = new Figure(rings, edges, turnedPoles, 0, mirrored, Figure.Company.NONE);
            place(bare, turned);
        }
        Figure[] levels = new Figure[extras.levels().size()];
        int[] numbers = new int[levels.length];
        for (int k = 0; k < levels.length; k++) {
            Constraints.Level level = extras.levels().get(k);
            levels[k] = level(level, grownUm + level.growMm() * 1000);
            numbers[k] = level.number();
        }
        double[] edges = Turns.joined(
                Growth.edges(rings, grownUm, Turns.ROUNDING_UM),
                turned(extras.capsuleEdges(mirrored, grownUm, cx, cy), 2));
        var figure = new Figure(
                rings, edges, turnedPoles, grownUm, mirrored, new Figure.Company(bare, levels, numbers, ways));
        place(figure, turned);
        for (Constraints.Match match : extras.matches()) {
            double[] point =
                    turned(new double[] {(mirrored ? -1 : 1) * match.xMm() * 1000 - cx, match.yMm() * 1000 - cy}, 2);
            figure.matchX = point[0];
            figure.matchY = point[1];
        }
        return figure;
    }

    private Figure level(Constraints.Level level, double grownUm) {
        Polygon shape = mirrored ? level.shape().mirrored() : level.shape();
        Polygon turned = shape.rotated(degrees);
        double[][] rings = Rings.around(turned, centreX(), centreY());
        var figure = new Figure(
                rings,
                Growth.edges(rings, grownUm, Turns.ROUNDING_UM),
                Poles.of(rings),
                grownUm,
                mirrored,
                Figure.Company.NONE);
        place(figure, turned);
        return figure;
    }

    /** Points turned about the origin; each is followed by so many numbers less two that stay as they are. */
    private double[] turned(double[] points, int stride) {
        double[] turned = points.clone();
        for (int i = 0; i < points.length; i += stride) {
            turned[i] = points[i] * cos() - points[i + 1] * sin();
            turned[i + 1] = points[i] * sin() + points[i + 1] * cos();
        }
        return turned;
    }

    private void place(Figure figure, Polygon turned) {
        figure.measure();
        figure.originX = -centreX();
        figure.originY = -centreY();
        figure.turnDeg = degrees;
        setOwnBox(figure, turned);
    }

    /** The box by which a part stays inside its stock is that of the part itself, not of its cover. */
    void setOwnBox(Figure figure, Polygon turned) {
        figure.setOwnBox(
                turned.minXUm() + figure.originX,
                turned.minYUm() + figure.originY,
                turned.maxXUm() + figure.originX,
                turned.maxYUm() + figure.originY);
        figure.addWays(cos(), sin(), Turns.ROUNDING_UM);
    }
}
