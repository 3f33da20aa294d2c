package org.millwright.geometry.outline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.millwright.geometry.Region;
import org.millwright.geometry.Ring;

/** Direct offsets, simplifications and remainders against the general methods of JTS. */
final class SharpOffsetTest {
    private static final List<Region> DUMBBELL = List.of(new Region(
            ring(0, 0, 10, 0, 10, 4, 20, 4, 20, 0, 30, 0, 30, 10, 20, 10, 20, 6, 10, 6, 10, 10, 0, 10), List.of()));

    @Test
    void aNeckThinnerThanTwiceTheDistanceBreaks() {
        List<Region> shrunk = Regions.growSharp(DUMBBELL, -1.5);
        assertThat(shrunk).hasSize(2);
        assertThat(area(shrunk)).isCloseTo(2 * 49, within(1e-9));
    }

    @Test
    void whatIsThinnerThanTwiceTheDistanceVanishes() {
        assertThat(Regions.growSharp(List.of(new Region(ring(0, 0, 9, 0, 9, 1, 0, 1), List.of())), -0.6))
                .isEmpty();
        assertThat(Regions.growSharp(List.of(new Region(ring(0, 0, 1, 0, 1, 1, 0, 1), List.of())), -0.6))
                .isEmpty();
    }

    @Test
    void aHoleThatClosesIsGone() {
        var plate = new Region(ring(0, 0, 10, 0, 10, 10, 0, 10), List.of(ring(4, 4, 4, 5, 6, 5, 6, 4)));
        List<Region> grown = Regions.growSharp(List.of(plate), 0.7);
        assertThat(grown)
                .singleElement()
                .satisfies(region -> assertThat(region.holes()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1.1, -0.4, -0.225, 0.2, 0.6})
    void agreesWithJtsOnRandomGears(double mm) {
        int direct = 0;
        for (long seed = 1; seed <= 60; seed++) {
            List<Region> gear = gear(new SplittableRandom(seed));
            var sharp = new BufferParameters(8, BufferParameters.CAP_FLAT, BufferParameters.JOIN_MITRE, 1.5);
            sharp.setSimplifyFactor(1e-6);
            double expected = area(Regions.of(BufferOp.bufferOp(geometry(gear), mm, sharp)));
            List<Region> found = SharpOffset.of(gear, mm, 1.5);
            direct += found == null ? 0 : 1;
            if (found != null) {
                assertThat(area(found)).as("seed %d", seed).isCloseTo(expected, within(2e-3 * boundary(gear) * 0.01));
                assertThat(geometry(found).isValid()).as("seed %d", seed).isTrue();
            }
        }
        assertThat(direct).as("offsets found directly").isGreaterThan(50);
    }

    @Test
    void remaindersAgreeWithDifferences() {
        for (long seed = 1; seed <= 60; seed++) {
            var random = new SplittableRandom(seed);
            List<Region> a = gear(random), b = gear(random);
            assertThat(area(Regions.remainder(a, b)))
                    .as("seed %d", seed)
                    .isCloseTo(area(Regions.difference(a, b)), within(1e-6));
        }
    }

    @Test
    void simplifiedOutlinesStayWithinTheTolerance() {
        for (long seed = 1; seed <= 30; seed++) {
            List<Region> gear = gear(new SplittableRandom(seed));
            List<Region> simpler = Regions.simplified(gear, 0.05);
            assertThat(area(Regions.difference(simpler, Regions.grow(gear, 0.051))))
                    .as("seed %d", seed)
                    .isZero();
            assertThat(area(Regions.difference(gear, Regions.grow(simpler, 0.051))))
                    .as("seed %d", seed)
                    .isZero();
        }
    }

    @Test
    void uncrossedLoopsWindAsBefore() {
        for (long seed = 1; seed <= 40; seed++) {
            var random = new SplittableRandom(seed);
            double[] star = new double[2 * 25];
            for (int i = 0; i < star.length; i++) {
                star[i] = 10 * random.nextDouble();
            }
            List<double[]> loops = Uncrossing.of(List.of(star));
            assertThat(loops).as("seed %d", seed).isNotNull();
            for (int probe = 0; probe < 200; probe++) {
                double x = 10 * random.nextDouble(), y = 10 * random.nextDouble();
                int winding = loops.stream()
                        .mapToInt(loop -> FacesByWinding.winding(loop, x, y))
                        .sum();
                assertThat(winding).as("seed %d", seed).isEqualTo(FacesByWinding.winding(star, x, y));
            }
        }
    }

    /** A disc with teeth of random height and a random polygon cut out of it. */
    private static List<Region> gear(SplittableRandom random) {
        int corners = 40 + random.nextInt(60);
        double[] outer = new double[2 * corners], hole = new double[2 * corners];
        double teeth = 3 * random.nextDouble(), rough = 1.5 * random.nextDouble();
        double x = random.nextDouble(), y = random.nextDouble();
        for (int i = 0; i < corners; i++) {
            double turn = 2 * Math.PI * i / corners;
            double radius = 10 + (i % 4 < 2 ? teeth : 0) + rough * random.nextDouble();
            outer[2 * i] = x + radius * Math.cos(turn);
            outer[2 * i + 1] = y + radius * Math.sin(turn);
            double inner = 5 + 3 * random.nextDouble();
            hole[2 * i] = x + inner * Math.cos(-turn);
            hole[2 * i + 1] = y + inner * Math.sin(-turn);
        }
        return List.of(new Region(new Ring(outer), List.of(new Ring(hole))));
    }

    private static Ring ring(double... xy) {
        return new Ring(xy);
    }

    private static double area(List<Region> regions) {
        return regions.stream().mapToDouble(Region::areaMm2).sum();
    }

    private static double boundary(List<Region> regions) {
        return regions.stream().mapToDouble(Region::boundaryMm).sum();
    }

    private static Geometry geometry(List<Region> regions) {
        return Regions.geometry(regions);
    }
}
