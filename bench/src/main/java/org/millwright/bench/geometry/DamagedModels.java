package org.millwright.bench.geometry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.UnreadableShape;
import org.millwright.geometry.mesh.MeshMeasures;
import org.millwright.geometry.reading.DesignReader;

/**
 * Breaks every sound STL model of a folder in seven ways, so that the true volume of each broken file is known. Writes the
 * broken files into another folder and prints {@code file,kind,true volume}.
 */
public final class DamagedModels {
    private static final int LARGEST = 30_000;

    private final Mesh mesh;
    private final SplittableRandom random;
    /** Nine coordinates per facet. */
    private final List<double[]> facets = new ArrayList<>();

    private DamagedModels(Mesh mesh, long seed) {
        this.mesh = mesh;
        this.random = new SplittableRandom(seed);
        for (int triangle = 0; triangle < mesh.triangleCount(); triangle++) {
            var facet = new double[9];
            for (int corner = 0; corner < 3; corner++) {
                int vertex = mesh.corner(triangle, corner);
                facet[3 * corner] = mesh.x(vertex);
                facet[3 * corner + 1] = mesh.y(vertex);
                facet[3 * corner + 2] = mesh.z(vertex);
            }
            facets.add(facet);
        }
    }

    /** @param arguments the folder of sound models, the folder to write to */
    public static void main(String[] arguments) throws IOException {
        Path target = Files.createDirectories(Path.of(arguments[1]));
        List<Path> models;
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            models = files.filter(
                            file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".stl"))
                    .sorted()
                    .toList();
        }
        for (Path model : models) {
            try {
                Mesh mesh = (Mesh) DesignReader.read(model, model.toString(), ReadLimits.USUAL)
                        .shape();
                MeshMeasures measures = MeshMeasures.of(mesh);
                if (measures.watertight() && measures.shells() == 1 && mesh.triangleCount() <= LARGEST) {
                    for (Kind kind : Kind.values()) {
                        write(model, mesh, kind, measures.volumeMm3(), target);
                    }
                }
            } catch (UnreadableShape refused) {
                System.err.println(refused.detail());
            }
        }
    }

    private enum Kind {
        INVERTED,
        MIXED,
        HOLES,
        DUPLICATES,
        CRACKS,
        T_JUNCTIONS,
        DEGENERATE
    }

    private static void write(Path model, Mesh mesh, Kind kind, double volume, Path target) throws IOException {
        var damaged = new DamagedModels(mesh, kind.name().hashCode());
        damaged.damage(kind);
        String name = String.valueOf(model.getFileName()).replace(".stl", "") + "-"
                + kind.name().toLowerCase(Locale.ROOT) + ".stl";
        Files.write(target.resolve(name), damaged.bytes());
        System.out.printf(Locale.ROOT, "%s,%s,%.12g%n", name, kind.name().toLowerCase(Locale.ROOT), volume);
    }

    private void damage(Kind kind) {
        int count = facets.size();
        switch (kind) {
            case INVERTED -> facets.replaceAll(DamagedModels::turned);
            case MIXED -> {
                for (int i = 0; i < Math.max(1, count / 5); i++) {
                    int at = random.nextInt(count);
                    facets.set(at, turned(facets.get(at)));
                }
            }
            case HOLES -> {
                for (int i = 0; i < 4; i++) {
                    facets.remove(random.nextInt(facets.size()));
                }
            }
            case DUPLICATES -> {
                for (int i = 0; i < 7; i++) {
                    facets.add(facets.get(random.nextInt(count)));
                }
            }
            case CRACKS -> crack();
            case T_JUNCTIONS -> {
                for (int i = 0; i < 5; i++) {
                    split(random.nextInt(facets.size()));
                }
            }
            case DEGENERATE -> {
                double[] facet = facets.get(random.nextInt(count)).clone();
                System.arraycopy(facet, 0, facet, 3, 3);
                facets.add(facet);
            }
        }
    }

    /** Every corner of every facet moves on its own by a few millionths of the part. */
    private void crack() {
        double sigma = 3e-6
                * Math.max(
                        mesh.bounds().sizeX(),
                        Math.max(mesh.bounds().sizeY(), mesh.bounds().sizeZ()));
        for (double[] facet : facets) {
            for (int i = 0; i < 9; i++) {
                facet[i] += sigma * random.nextGaussian();
            }
        }
    }

    private void split(int at) {
        double[] facet = facets.get(at);
        var low = facet.clone();
        var high = facet.clone();
        for (int axis = 0; axis < 3; axis++) {
            double middle = (facet[axis] + facet[3 + axis]) / 2;
            low[3 + axis] = middle;
            high[axis] = middle;
        }
        facets.set(at, low);
        facets.add(high);
    }

    private static double[] turned(double[] facet) {
        var turned = facet.clone();
        System.arraycopy(facet, 3, turned, 6, 3);
        System.arraycopy(facet, 6, turned, 3, 3);
        return turned;
    }

    private byte[] bytes() {
        var bytes = ByteBuffer.allocate(84 + 50 * facets.size()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(80, facets.size()).position(84);
        for (double[] facet : facets) {
            bytes.putFloat(0).putFloat(0).putFloat(0);
            for (double value : facet) {
                bytes.putFloat((float) value);
            }
            bytes.putShort((short) 0);
        }
        return bytes.array();
    }
}
