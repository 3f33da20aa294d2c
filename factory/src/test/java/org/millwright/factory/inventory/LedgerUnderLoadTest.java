package org.millwright.factory.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.millwright.factory.testing.SampleFactory.OPERATOR;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.factory.inventory.sheet.Remnant;
import org.millwright.factory.inventory.sheet.SheetStock;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.testing.FactoryTest;
import org.millwright.factory.testing.SampleFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Several planners, operators and machines at once: whatever they do, in whatever order, the books stay right. */
@FactoryTest
class LedgerUnderLoadTest {
    private static final int THREADS = 4;
    private static final int STEPS = 60;

    @Autowired
    private Lots lots;

    @Autowired
    private Journal journal;

    @Autowired
    private Ids ids;

    @Autowired
    private TransactionTemplate transaction;

    private FactoryId factory;

    @BeforeEach
    void addMaterials() {
        factory = new FactoryId(ids.next());
        lots.addMaterial(SampleFactory.pla(factory), OPERATOR);
        lots.addMaterial(SampleFactory.plywood(factory), OPERATOR);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20_260_105})
    void randomWorkOfSeveralThreadsKeepsTheLedgerBalanced(long seed) throws Exception {
        for (int i = 0; i < 4; i++) {
            lots.receiveSpool(factory, "pla", 250, "S" + i, "Filament Ltd", OPERATOR);
        }
        lots.receiveSheets(factory, "plywood-3", 600, 400, 10, "P", "Timber Ltd", OPERATOR);
        // Shared references make several threads reserve, release and consume for the same build.
        List<UUID> builds = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            builds.add(ids.next());
        }
        run(thread -> {
            Random random = new Random(seed * 31 + thread);
            for (int step = 0; step < STEPS; step++) {
                act(random, builds);
            }
        });
        assertThat(lots.checkLedger(factory).faults()).as("seed %d", seed).isEmpty();
        long received = 4 * 250_000L + 10 * 240_000L;
        long onHand = lots.listLots(factory).stream().mapToLong(Lot::onHand).sum();
        assertThat(onHand).as("seed %d", seed).isBetween(0L, received);
        assertThat(lots.checkLedger(factory).movements()).as("seed %d", seed).isGreaterThan(20);
    }

    @Test
    void oneReferenceConsumesOnceHoweverManyReportIt() throws Exception {
        Lot spool = lots.receiveSpool(factory, "pla", 1000, "S", "Filament Ltd", OPERATOR);
        UUID build = ids.next();
        lots.reserveMass(factory, "pla", 500, build, OPERATOR);
        Set<Consumption> answers = new HashSet<>();
        run(thread -> {
            Consumption answer = lots.consumeMass(build, 100 + thread, List.of(), OPERATOR);
            synchronized (answers) {
                answers.add(answer);
            }
        });
        assertThat(answers).hasSize(1);
        assertThat(lots.getLot(spool.id()).onHand())
                .isEqualTo(1_000_000 - answers.iterator().next().used());
        assertThat(journal.listAbout(spool.id().value()).stream()
                        .filter(entry -> entry.type().equals("MaterialConsumed")))
                .hasSize(1);
    }

    @Test
    void theLastGramIsPromisedOnce() throws Exception {
        lots.receiveSpool(factory, "pla", 100, "S1", "Filament Ltd", OPERATOR);
        lots.receiveSpool(factory, "pla", 100, "S2", "Filament Ltd", OPERATOR);
        List<Reservation> granted = new ArrayList<>();
        run(thread -> lots.reserveMass(factory, "pla", 100, ids.next(), OPERATOR)
                .ifPresent(reservation -> {
                    synchronized (granted) {
                        granted.add(reservation);
                    }
                }));
        assertThat(granted).hasSize(2).extracting(Reservation::lot).doesNotHaveDuplicates();
    }

    @Test
    void aTransactionThatFailsLeavesNoTrace() {
        Lot spool = lots.receiveSpool(factory, "pla", 100, "S", "Filament Ltd", OPERATOR);
        LedgerCheck before = lots.checkLedger(factory);
        transaction.executeWithoutResult(status -> {
            lots.reserveMass(factory, "pla", 60, ids.next(), OPERATOR);
            status.setRollbackOnly();
        });
        assertThat(lots.getLot(spool.id())).isEqualTo(spool);
        assertThat(lots.checkLedger(factory)).isEqualTo(before);
    }

    private void act(Random random, List<UUID> builds) {
        UUID build = builds.get(random.nextInt(builds.size()));
        try {
            switch (random.nextInt(8)) {
                case 0, 1 -> lots.reserveMass(factory, "pla", 1 + random.nextInt(90), build, OPERATOR);
                case 2, 3 -> reserveSheet(random, build);
                case 4 -> lots.release(build, OPERATOR);
                case 5, 6 -> consume(random, build);
                default -> toggleQuarantine(random);
            }
        } catch (Problem expected) {
            // A refusal is a fine answer here; what matters is what the ledger says afterwards.
            assertThat(expected.code()).startsWith("material-");
        }
    }

    private void reserveSheet(Random random, UUID build) {
        List<SheetStock> stock = lots.listSheetStock(factory, "plywood-3");
        if (!stock.isEmpty()) {
            lots.reservePiece(stock.get(random.nextInt(stock.size())).lot(), build, OPERATOR);
        }
    }

    private void consume(Random random, UUID build) {
        Reservation reservation = lots.findReservation(build).orElse(null);
        if (reservation == null) {
            return;
        }
        Lot lot = lots.getLot(reservation.lot());
        if (lot.widthMm() == null || lot.heightMm() == null) {
            lots.consumeMass(build, random.nextInt(120), List.of(), OPERATOR);
        } else {
            double half = lot.widthMm() / 2;
            Remnant remnant = random.nextBoolean() && half >= 50 ? new Remnant(half, lot.heightMm()) : null;
            lots.consumePiece(build, random.nextInt(1000), remnant, List.of(), OPERATOR);
        }
    }

    private void toggleQuarantine(Random random) {
        List<Lot> all = lots.listLots(factory);
        LotId lot = all.get(random.nextInt(all.size())).id();
        if (random.nextInt(3) == 0) {
            lots.quarantine(lot, "random test", OPERATOR);
        } else {
            lots.endQuarantine(lot, "random test", OPERATOR);
        }
    }

    private interface Work {
        void doAs(int thread);
    }

    private static void run(Work work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int number = thread;
                tasks.add(() -> {
                    work.doAs(number);
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
        }
    }
}
