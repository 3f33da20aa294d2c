package org.millwright.factory.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.ordering.Order;
import org.millwright.factory.ordering.OrderState;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.passport.PassportVerifier;
import org.millwright.factory.passport.Passports;
import org.millwright.factory.planning.WorkOrders;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.production.Job;
import org.millwright.factory.production.JobState;
import org.millwright.factory.production.Jobs;
import org.millwright.machines.JobReport;
import org.millwright.machines.virtual.VirtualProfile;
import org.millwright.machines.virtual.protocol.VirtualMachineServer;

/**
 * Somebody pulls the plug of the computer, again and again, at every stage of one order. The printer has its own plug.
 * Nothing may be lost, nothing may happen twice.
 */
@Tag("slow")
class KilledProgramTest {
    private static final double PRINTER_SPEED = 60;

    /** Until here the printer's time stands still, so that its run outlasts every restart of the program. */
    private static final String RUN_ENDS = "before:JobEnded";

    private static final List<String> POINTS = List.of(
            "after:DesignUploaded",
            "before:OrderAccepted",
            "after:OrderAccepted",
            "before:BuildPlanned",
            "after:BuildPlanned",
            "after:TaskOpened",
            "after:PreparationConfirmed",
            "after:JobCreated",
            "after:JobStored",
            "after:JobStarting",
            "before:JobStarted",
            "after:JobStarted",
            "before:JobEnded",
            "after:JobEnded",
            "before:MeasurementRecorded",
            "after:MeasurementRecorded",
            "before:UnitReleased",
            "before:WorkOrderPacked",
            "after:WorkOrderPacked",
            "before:PassportIssued",
            "after:PassportIssued");

    @TempDir
    Path data;

    @Test
    void killedAtEveryStageOfAnOrderLosesAndDoublesNothing() throws Exception {
        Instant begin = Instant.now();
        var runs = new AtomicBoolean();
        InstantSource printerTime = () -> runs.get() ? Instant.now() : begin;
        try (var printer = VirtualMachineServer.start(VirtualProfile.printer(), 0, PRINTER_SPEED, null, printerTime)) {
            for (String point : POINTS) {
                runs.compareAndSet(false, point.equals(RUN_ENDS));
                assertThat(run(printer.port(), point))
                        .as(() -> "killed %s; it said %s".formatted(point, said()))
                        .isEqualTo(137);
            }
            assertThat(run(printer.port(), "")).as(this::said).isEqualTo(0);
            try (var running = RunningFactory.on(data, MortalProgram.SPEED)) {
                Order order = assertThat(running.get(Orders.class)
                                .listOrders(running.factory().id()))
                        .singleElement()
                        .actual();
                assertThat(order.state()).isEqualTo(OrderState.COMPLETE);
                assertUnitsArePackedOnce(running, order);
                assertEveryRunHappenedOnce(running, printer);
                assertThat(running.get(Lots.class)
                                .checkLedger(running.factory().id())
                                .faults())
                        .isEmpty();
                assertThat(running.get(Journal.class).verify().firstBroken()).isNull();
            }
        }
    }

    private static void assertUnitsArePackedOnce(RunningFactory running, Order order) {
        List<Unit> units = running.get(WorkOrders.class)
                .listUnitsFor(order.lines().getFirst().id().value());
        assertThat(units).hasSize(MortalProgram.QUANTITY).allMatch(unit -> unit.state() == UnitState.PACKED);
        for (Unit unit : units) {
            var passport = running.get(Passports.class).getPassport(unit.serial());
            assertThat(PassportVerifier.verify(passport.json()).valid()).isTrue();
        }
    }

    private static void assertEveryRunHappenedOnce(RunningFactory running, VirtualMachineServer printer) {
        List<Job> jobs = running.get(Jobs.class).listJobs(running.factory().id());
        assertThat(jobs).singleElement().matches(job -> job.state() == JobState.ENDED);
        List<JobReport> remembered =
                printer.machine().reconcile(jobs.stream().map(Job::token).toList());
        assertThat(remembered).allMatch(report -> report.state() == JobReport.State.ENDED);
        assertThat(printer.machine().startedJobs()).isEqualTo(jobs.size());
    }

    private Path log() {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    private String said() {
        try {
            return Files.readString(log());
        } catch (IOException nothing) {
            return "nothing";
        }
    }

    private int run(int port, String killPoint) throws IOException, InterruptedException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dmillwright.kill=" + killPoint,
                        "-cp",
                        System.getProperty("java.class.path"),
                        MortalProgram.class.getName(),
                        data.toString(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        if (!program.waitFor(240, TimeUnit.SECONDS)) {
            program.destroyForcibly().waitFor();
            throw new AssertionError("The program neither died nor finished at " + killPoint);
        }
        return program.exitValue();
    }
}
