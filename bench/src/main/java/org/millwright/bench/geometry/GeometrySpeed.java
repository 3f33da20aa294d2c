package org.millwright.bench.geometry;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.millwright.geometry.Mesh;
import org.millwright.geometry.ReadLimits;
import org.millwright.geometry.mesh.MeshFindings;
import org.millwright.geometry.mesh.MeshMeasures;
import org.millwright.geometry.reading.DesignReader;
import org.millwright.geometry.reading.stl.StlMeasures;

/**
 * Times reading and measuring a torus of a million triangles, written to a file in order and shuffled. Prints the
 * best and the median of {@value #RUNS} warm runs, wall clock and CPU of the whole process.
 */
public final class GeometrySpeed {
    private static final int AROUND = 1000;
    private static final int ALONG = 500;
    private static final int RUNS = 25;

    private GeometrySpeed() {}

    /** @param arguments two files to write the torus to and to keep; temporary files without */
    public static void main(String[] arguments) throws Exception {
        for (boolean shuffled : new boolean[] {false, true}) {
            Path file = arguments.length == 2
                    ? Path.of(arguments[shuffled ? 1 : 0])
                    : Files.createTempFile("torus", ".stl");
            write(file, shuffled);
            String order = shuffled ? "shuffled" : "in order";
            time("measures only, " + order, () -> StlMeasures.of(file));
            time("read, " + order, () -> DesignReader.read(file, "torus.stl", ReadLimits.USUAL));
            Mesh mesh = (Mesh)
                    DesignReader.read(file, "torus.stl", ReadLimits.USUAL).shape();
            time("topology and measures of a mesh, " + order, () -> MeshMeasures.of(mesh));
            time("full report from the file, " + order, () -> {
                Mesh read = (Mesh)
                        DesignReader.read(file, "torus.stl", ReadLimits.USUAL).shape();
                return MeshFindings.of(read, MeshMeasures.of(read));
            });
            if (arguments.length != 2) {
                Files.delete(file);
            }
        }
        System.out.printf("largest resident memory: %s%n", residentMemory());
    }

    private static void time(String what, Callable<?> work) throws Exception {
        var wall = new double[RUNS];
        var cpu = new double[RUNS];
        for (int run = 0; run < 2 * RUNS; run++) {
            long cpuBefore = cpuNanos();
            long before = System.nanoTime();
            work.call();
            wall[run % RUNS] = (System.nanoTime() - before) / 1e6;
            cpu[run % RUNS] = (cpuNanos() - cpuBefore) / 1e6;
        }
        Arrays.sort(wall);
        Arrays.sort(cpu);
        System.out.printf(
                Locale.ROOT,
                "| %s | wall best %.1f median %.1f ms | CPU best %.1f median %.1f ms |%n",
                what,
                wall[0],
                wall[RUNS / 2],
                cpu[0],
                cpu[RUNS / 2]);
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static String residentMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "unknown on this system";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst()
                .orElse("unknown");
    }

    private static void write(Path file, boolean shuffled) throws IOException {
        int facets = 2 * AROUND * ALONG;
        var order = new int[facets];
        Arrays.setAll(order, i -> i);
        var random = new SplittableRandom(1);
        for (int i = facets - 1; shuffled && i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        var bytes = ByteBuffer.allocate(84 + 50 * facets).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(80, facets).position(84);
        for (int facet : order) {
            int i = facet / 2 / ALONG;
            int j = facet / 2 % ALONG;
            bytes.putFloat(0).putFloat(0).putFloat(0);
            corner(bytes, i, j);
            corner(bytes, i + 1, facet % 2 == 0 ? j : j + 1);
            corner(bytes, facet % 2 == 0 ? i + 1 : i, j + 1);
            bytes.putShort((short) 0);
        }
        Files.write(file, bytes.array());
    }

    private static void corner(ByteBuffer bytes, int i, int j) {
        double u = 2 * Math.PI * (i % AROUND) / AROUND;
        double v = 2 * Math.PI * (j % ALONG) / ALONG;
        double ring = 40 + 12 * Math.cos(v);
        bytes.putFloat((float) (ring * Math.cos(u)))
                .putFloat((float) (ring * Math.sin(u)))
                .putFloat((float) (12 * Math.sin(v)));
    }
}
