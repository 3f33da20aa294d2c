package org.millwright.factory.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.millwright.factory.testing.SampleFactory.OPERATOR;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millwright.factory.inventory.sheet.PieceOutline;
import org.millwright.factory.inventory.sheet.Remnant;
import org.millwright.factory.inventory.sheet.SheetStock;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.platform.journal.Ref;
import org.millwright.factory.platform.journal.StoredEntry;
import org.millwright.factory.platform.problem.Problem;
import org.millwright.factory.testing.FactoryTest;
import org.millwright.factory.testing.SampleFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@FactoryTest
@RecordApplicationEvents
class LotsTest {
    @Autowired
    private Lots lots;

    @Autowired
    private Journal journal;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEvents events;

    private FactoryId factory;
    private UUID build;

    @BeforeEach
    void addMaterials() {
        factory = new FactoryId(ids.next());
        build = ids.next();
        lots.addMaterial(SampleFactory.pla(factory), OPERATOR);
        lots.addMaterial(SampleFactory.plywood(factory), OPERATOR);
    }

    @AfterEach
    void theLedgerBalances() {
        assertThat(lots.checkLedger(factory).faults()).isEmpty();
    }

    @Test
    void materialsAreReadBackUnchangedAndMayGetNewValues() {
        assertThat(lots.getMaterial(factory, "pla")).isEqualTo(SampleFactory.pla(factory));
        assertThat(lots.listMaterials(factory)).hasSize(2);
        lots.addMaterial(SampleFactory.pla(factory), OPERATOR);
        assertThat(journal.listAbout(factory.value()))
                .extracting(StoredEntry::type)
                .containsExactly("MaterialAdded", "MaterialAdded", "MaterialChanged");
        assertThatThrownBy(() -> lots.getMaterial(factory, "steel")).hasMessageContaining("[plywood-3, pla]");
    }

    @Test
    void theSpoolWithLeastLeftThatHasEnoughIsReserved() {
        Lot full = spool("S1", 1000);
        Lot opened = spool("S2", 120);
        spool("S3", 40);
        assertThat(lots.reserveMass(factory, "pla", 100, build, OPERATOR)).hasValueSatisfying(reservation -> {
            assertThat(reservation.lot()).isEqualTo(opened.id());
            assertThat(reservation.quantity()).isEqualTo(100_000);
        });
        assertThat(lots.reserveMass(factory, "pla", 100, ids.next(), OPERATOR))
                .hasValueSatisfying(reservation -> assertThat(reservation.lot()).isEqualTo(full.id()));
        assertThat(lots.availableMg(factory, "pla")).isEqualTo(20_000 + 900_000 + 40_000);
    }

    @Test
    void nothingIsReservedWhenNoSingleSpoolHasEnough() {
        spool("S1", 60);
        spool("S2", 60);
        assertThat(lots.reserveMass(factory, "pla", 100, build, OPERATOR)).isEmpty();
        assertThat(lots.findReservation(build)).isEmpty();
    }

    @Test
    void reservingTwiceForOneReferenceReservesOnce() {
        spool("S1", 1000);
        Reservation first =
                lots.reserveMass(factory, "pla", 100, build, OPERATOR).orElseThrow();
        assertThat(lots.reserveMass(factory, "pla", 100, build, OPERATOR)).contains(first);
        assertThat(lots.availableMg(factory, "pla")).isEqualTo(900_000);
        assertThatThrownBy(() -> lots.reserveMass(factory, "pla", 200, build, OPERATOR))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("S1");
    }

    @Test
    void whatIsReleasedIsFreeAgain() {
        Lot spool = spool("S1", 1000);
        lots.reserveMass(factory, "pla", 100, build, OPERATOR);
        lots.release(build, OPERATOR);
        lots.release(build, OPERATOR);
        assertThat(lots.getLot(spool.id())).isEqualTo(spool);
        assertThat(lots.findReservation(build)).isEmpty();
    }

    @Test
    void whatRanLessThanPromisedFreesTheRest() {
        Lot spool = spool("S1", 1000);
        lots.reserveMass(factory, "pla", 100, build, OPERATOR);
        Ref unit = new Ref("unit", ids.next());
        Consumption consumption = lots.consumeMass(build, 80.5, List.of(unit), OPERATOR);
        assertThat(consumption.used()).isEqualTo(80_500);
        assertThat(lots.getLot(spool.id()))
                .extracting(Lot::onHand, Lot::reserved)
                .containsExactly(919_500L, 0L);
        assertThat(journal.listAbout(unit.id()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.payload())
                        .containsEntry("lotNumber", "S1")
                        .containsEntry("massG", 80.5)
                        .containsEntry("materialName", "PLA")
                        .containsKey("carbon"));
    }

    @Test
    void whatRanMoreThanPromisedComesFromTheFreePartOfTheSpool() {
        Lot spool = spool("S1", 200);
        lots.reserveMass(factory, "pla", 100, build, OPERATOR);
        UUID other = ids.next();
        lots.reserveMass(factory, "pla", 80, other, OPERATOR);
        Consumption consumption = lots.consumeMass(build, 130, List.of(), OPERATOR);
        // Only 20 g were free: the other build keeps its 80 g, and the books were 10 g wrong.
        assertThat(consumption.unbooked()).isEqualTo(10_000);
        assertThat(lots.getLot(spool.id()))
                .extracting(Lot::onHand, Lot::reserved)
                .containsExactly(80_000L, 80_000L);
        lots.consumeMass(other, 80, List.of(), OPERATOR);
        assertThat(lots.getLot(spool.id()).state()).isEqualTo(LotState.EMPTY);
    }

    @Test
    void consumingTwiceForOneReferenceConsumesOnce() {
        Lot spool = spool("S1", 1000);
        lots.reserveMass(factory, "pla", 100, build, OPERATOR);
        Consumption first = lots.consumeMass(build, 90, List.of(), OPERATOR);
        assertThat(lots.consumeMass(build, 95, List.of(), OPERATOR)).isEqualTo(first);
        assertThat(lots.getLot(spool.id()).onHand()).isEqualTo(910_000);
        assertThatThrownBy(() -> lots.reserveMass(factory, "pla", 1, build, OPERATOR))
                .isInstanceOf(Problem.class);
    }

    @Test
    void consumingWithoutAReservationIsRefused() {
        assertThatThrownBy(() -> lots.consumeMass(build, 1, List.of(), OPERATOR))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(build.toString());
    }

    @Test
    void aCutSheetLeavesARemnantThatIsUsedFirst() {
        Lot sheets = sheets("P1", 600, 400, 3);
        assertThat(lots.reservePiece(sheets.id(), build, OPERATOR))
                .hasValueSatisfying(
                        reservation -> assertThat(reservation.quantity()).isEqualTo(240_000));
        Ref unit = new Ref("unit", ids.next());
        Consumption consumption = lots.consumePiece(build, 90_000.4, new Remnant(400, 300), List.of(unit), OPERATOR);
        assertThat(consumption.used()).isEqualTo(90_000);
        assertThat(consumption.wasted()).isEqualTo(30_000);
        // 120 000 mm² of 3 mm at 0.68 g/cm³.
        assertThat(consumption.massG()).isCloseTo(244.8, within(1e-9));
        Lot remnant = lots.getLot(Objects.requireNonNull(consumption.remnant()));
        assertThat(remnant.lotNumber()).isEqualTo("P1-R1");
        assertThat(remnant.parent()).isEqualTo(sheets.id());
        assertThat(lots.listSheetStock(factory, "plywood-3"))
                .containsExactly(
                        new SheetStock(remnant.id(), 400, 300, 1, true, null),
                        new SheetStock(sheets.id(), 600, 400, 2, false, null));
        assertThat(lots.consumePiece(build, 1, null, List.of(), OPERATOR)).isEqualTo(consumption);
        assertThat(lots.availableMm2(factory, "plywood-3")).isEqualTo(2 * 240_000 + 120_000);
        assertThat(events.stream(LotReceived.class).map(LotReceived::lot)).contains(remnant.id());
    }

    @Test
    void aRemnantIsCutUp() {
        Lot sheets = sheets("P1", 600, 400, 1);
        lots.reservePiece(sheets.id(), build, OPERATOR);
        LotId remnant = lots.consumePiece(build, 100_000, new Remnant(200, 400), List.of(), OPERATOR)
                .remnant();
        UUID next = ids.next();
        assertThat(lots.reservePiece(Objects.requireNonNull(remnant), next, OPERATOR))
                .isPresent();
        assertThat(lots.reservePiece(remnant, ids.next(), OPERATOR)).isEmpty();
        lots.consumePiece(next, 80_000, null, List.of(), OPERATOR);
        assertThat(lots.listSheetStock(factory, "plywood-3")).isEmpty();
        assertThat(lots.getLot(remnant).state()).isEqualTo(LotState.EMPTY);
    }

    @Test
    void aSteppedRemnantKeepsItsOutlineAndIsCountedByItsArea() {
        Lot sheets = sheets("P1", 600, 400, 1);
        lots.reservePiece(sheets.id(), build, OPERATOR);
        var outline =
                new PieceOutline(List.of(0.0, 0.0, 300.0, 0.0, 300.0, 400.0, 150.0, 400.0, 150.0, 100.0, 0.0, 100.0));
        LotId remnant = lots.consumePiece(build, 100_000, Remnant.of(outline), List.of(), OPERATOR)
                .remnant();
        Lot kept = lots.getLot(Objects.requireNonNull(remnant));
        assertThat(kept.outline()).isEqualTo(outline);
        assertThat(kept.onHand()).isEqualTo(300 * 100 + 150 * 300);
        assertThat(kept.pieces()).isEqualTo(1);
        assertThat(lots.listSheetStock(factory, "plywood-3"))
                .containsExactly(new SheetStock(remnant, 300, 400, 1, true, outline));
        assertThat(lots.reservePiece(remnant, ids.next(), OPERATOR))
                .hasValueSatisfying(
                        reservation -> assertThat(reservation.quantity()).isEqualTo(75_000));
        assertThat(lots.checkLedger(factory).faults()).isEmpty();
    }

    @Test
    void aRemnantLargerThanTheSheetIsRefused() {
        Lot sheets = sheets("P1", 600, 400, 1);
        lots.reservePiece(sheets.id(), build, OPERATOR);
        assertThatThrownBy(() -> lots.consumePiece(build, 0, new Remnant(700, 100), List.of(), OPERATOR))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> lots.consumePiece(build, 200_000, new Remnant(400, 300), List.of(), OPERATOR))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("P1");
        assertThat(lots.findReservation(build)).isPresent();
    }

    @Test
    void aQuarantinedLotKeepsItsPromisesButGivesNoNewOnes() {
        Lot spool = spool("S1", 1000);
        lots.reserveMass(factory, "pla", 100, build, OPERATOR);
        lots.quarantine(spool.id(), "moist", OPERATOR);
        assertThat(lots.getLot(spool.id()).state()).isEqualTo(LotState.QUARANTINED);
        assertThat(lots.listReservations(spool.id())).hasSize(1);
        assertThat(lots.reserveMass(factory, "pla", 1, ids.next(), OPERATOR)).isEmpty();
        assertThat(lots.availableMg(factory, "pla")).isZero();
        lots.endQuarantine(spool.id(), "dried", OPERATOR);
        assertThat(lots.reserveMass(factory, "pla", 1, ids.next(), OPERATOR)).isPresent();
        assertThat(events.stream(LotQuarantined.class)).hasSize(1);
    }

    @Test
    void aLotNumberIsUsedOnceInAFactory() {
        spool("S1", 1000);
        assertThatThrownBy(() -> spool("S1", 500)).isInstanceOf(Problem.class).hasMessageContaining("S1");
        assertThat(lots.listLots(factory)).hasSize(1);
    }

    @Test
    void theDatabaseRefusesToChangeTheLedger() {
        spool("S1", 1000);
        assertThatThrownBy(() -> jdbc.sql("update inventory.posting set quantity = quantity + 1")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("delete from inventory.movement").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    @Test
    void theDatabaseRefusesAMovementThatDoesNotAddUp() {
        Lot spool = spool("S1", 1000);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    UUID movement = ids.next();
                    jdbc.sql("""
                            insert into inventory.movement (id, at, factory, type, reference, actor, simulated)
                            values (:id, now(), :factory, 'RESERVE', :id, 'test', false)""")
                            .param("id", movement)
                            .param("factory", factory.value())
                            .update();
                    jdbc.sql("insert into inventory.posting values (:id, :lot, 'STOCK', 5)")
                            .param("id", movement)
                            .param("lot", spool.id().value())
                            .update();
                }))
                .hasStackTraceContaining("does not add up to zero");
    }

    private Lot spool(String number, double massG) {
        return lots.receiveSpool(factory, "pla", massG, number, "Filament Ltd", OPERATOR);
    }

    private Lot sheets(String number, double widthMm, double heightMm, int pieces) {
        return lots.receiveSheets(factory, "plywood-3", widthMm, heightMm, pieces, number, "Timber Ltd", OPERATOR);
    }
}
