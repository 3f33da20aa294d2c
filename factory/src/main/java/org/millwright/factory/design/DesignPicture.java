package org.millwright.factory.design;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.millwright.geometry.Bounds;
import org.millwright.geometry.Mesh;

/**
 * A shaded picture of a mesh, seen from the front right above, drawn with a depth buffer; the background is transparent.
 * Works for any number of triangles and does not mind defects.
 */
public final class DesignPicture {
    private static final int SMOOTHING = 2;
    private static final double TURN = Math.toRadians(-35);
    private static final double TILT = Math.toRadians(60);

    private final int width;
    private final int height;
    private final double[] depth;
    private final BufferedImage image;

    private DesignPicture(int width, int height) {
        this.width = width;
        this.height = height;
        depth = new double[width * height];
        Arrays.fill(depth, Double.NEGATIVE_INFINITY);
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    }

    /** A picture of so many pixels. */
    public static BufferedImage of(Mesh mesh, int width, int height) {
        var picture = new DesignPicture(width * SMOOTHING, height * SMOOTHING);
        picture.draw(mesh);
        return picture.smoothed(width, height);
    }

    private void draw(Mesh mesh) {
        int vertices = mesh.vertexCount();
        var right = new double[vertices];
        var up = new double[vertices];
        var near = new double[vertices];
        Bounds box = mesh.bounds();
        double centreX = (box.min().x() + box.max().x()) / 2;
        double centreY = (box.min().y() + box.max().y()) / 2;
        double centreZ = (box.min().z() + box.max().z()) / 2;
        double extent = 1e-9;
        double extentUp = 1e-9;
        for (int i = 0; i < vertices; i++) {
            double x = mesh.x(i) - centreX;
            double y = mesh.y(i) - centreY;
            double z = mesh.z(i) - centreZ;
            right[i] = x * Math.cos(TURN) - y * Math.sin(TURN);
            double away = x * Math.sin(TURN) + y * Math.cos(TURN);
            up[i] = z * Math.sin(TILT) + away * Math.cos(TILT);
            near[i] = z * Math.cos(TILT) - away * Math.sin(TILT);
            extent = Math.max(extent, Math.abs(right[i]));
            extentUp = Math.max(extentUp, Math.abs(up[i]));
        }
        double scale = 0.92 * Math.min(width / (2 * extent), height / (2 * extentUp));
        for (int i = 0; i < vertices; i++) {
            right[i] = width / 2.0 + right[i] * scale;
            up[i] = height / 2.0 - up[i] * scale;
            near[i] *= scale;
        }
        for (int t = 0; t < mesh.triangleCount(); t++) {
            fill(right, up, near, mesh.corner(t, 0), mesh.corner(t, 1), mesh.corner(t, 2));
        }
    }

    private void fill(double[] x, double[] y, double[] z, int a, int b, int c) {
        double area = (x[b] - x[a]) * (y[c] - y[a]) - (x[c] - x[a]) * (y[b] - y[a]);
        if (area == 0) {
            return;
        }
        int colour = shade(x, y, z, a, b, c);
        int fromX = (int) Math.max(0, Math.floor(Math.min(x[a], Math.min(x[b], x[c]))));
        int toX = (int) Math.min(width - 1.0, Math.ceil(Math.max(x[a], Math.max(x[b], x[c]))));
        int fromY = (int) Math.max(0, Math.floor(Math.min(y[a], Math.min(y[b], y[c]))));
        int toY = (int) Math.min(height - 1.0, Math.ceil(Math.max(y[a], Math.max(y[b], y[c]))));
        for (int py = fromY; py <= toY; py++) {
            for (int px = fromX; px <= toX; px++) {
                double u = ((x[b] - px) * (y[c] - py) - (x[c] - px) * (y[b] - py)) / area;
                double v = ((x[c] - px) * (y[a] - py) - (x[a] - px) * (y[c] - py)) / area;
                double w = 1 - u - v;
                if (u >= 0 && v >= 0 && w >= 0) {
                    double distance = u * z[a] + v * z[b] + w * z[c];
                    if (distance > depth[py * width + px]) {
                        depth[py * width + px] = distance;
                        image.setRGB(px, py, colour);
                    }
                }
            }
        }
    }

    /** Lit from above left, in front of the part; both sides of a face are lit alike. */
    private static int shade(double[] x, double[] y, double[] z, int a, int b, int c) {
        double normalX = (y[b] - y[a]) * (z[c] - z[a]) - (z[b] - z[a]) * (y[c] - y[a]);
        double normalY = (z[b] - z[a]) * (x[c] - x[a]) - (x[b] - x[a]) * (z[c] - z[a]);
        double normalZ = (x[b] - x[a]) * (y[c] - y[a]) - (y[b] - y[a]) * (x[c] - x[a]);
        double length = Math.sqrt(normalX * normalX + normalY * normalY + normalZ * normalZ);
        double towardsViewer = normalZ < 0 ? -1 : 1;
        double light = Math.max(0, towardsViewer * (-0.35 * normalX - 0.75 * normalY + 0.56 * normalZ))
                / Math.max(length, 1e-12);
        double strength = 0.5 + 0.5 * light;
        return 0xff000000 | channel(92, strength) << 16 | channel(158, strength) << 8 | channel(168, strength);
    }

    private static int channel(int full, double strength) {
        return (int) Math.min(255, full * strength * 1.25);
    }

    private BufferedImage smoothed(int toWidth, int toHeight) {
        var small = new BufferedImage(toWidth, toHeight, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < toHeight; y++) {
            for (int x = 0; x < toWidth; x++) {
                small.setRGB(x, y, mean(x * SMOOTHING, y * SMOOTHING));
            }
        }
        return small;
    }

    private int mean(int fromX, int fromY) {
        int alpha = 0;
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int y = fromY; y < fromY + SMOOTHING; y++) {
            for (int x = fromX; x < fromX + SMOOTHING; x++) {
                int colour = image.getRGB(x, y);
                if (colour >>> 24 != 0) {
                    alpha++;
                    red += colour >> 16 & 0xff;
                    green += colour >> 8 & 0xff;
                    blue += colour & 0xff;
                }
            }
        }
        int all = SMOOTHING * SMOOTHING;
        return alpha == 0 ? 0 : (255 * alpha / all) << 24 | (red / alpha) << 16 | (green / alpha) << 8 | blue / alpha;
    }
}
