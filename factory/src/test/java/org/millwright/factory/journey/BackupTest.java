package org.millwright.factory.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.factory.demo.WholePath;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.ordering.Order;
import org.millwright.factory.ordering.Orders;
import org.millwright.factory.passport.Passports;
import org.millwright.factory.planning.unit.Unit;
import org.millwright.factory.platform.clock.FactoryClock;
import org.millwright.factory.platform.database.Backups;
import org.millwright.factory.platform.database.Migrations;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.geometry.LengthUnit;

/** A factory is taken away as one archive and goes on elsewhere as if nothing had happened. */
@Tag("slow")
class BackupTest {
    @TempDir
    Path folder;

    @Test
    void aFactoryGoesOnFromItsBackupInAnotherInstallation() throws Exception {
        byte[] archive;
        Order made;
        String passport;
        try (var here = RunningFactory.on(folder.resolve("here"), 1000)) {
            made = make(here, here.factory());
            passport = passportOf(here, made);
            archive = backup(here);
        }
        try (var there = RunningFactory.on(folder.resolve("there"), 1000)) {
            there.get(FactoryClock.class).leapTo(made.completedAt());
            there.get(Backups.class).restore(new ByteArrayInputStream(archive));

            List<Factory> factories = there.get(Factories.class).listFactories();
            assertThat(factories).extracting(Factory::id).containsExactly(made.factory());
            assertThat(there.get(Orders.class).getOrder(made.id())).isEqualTo(made);
            assertThat(passportOf(there, made)).isEqualTo(passport);
            assertSound(there, made.factory());

            Order next = make(there, factories.getFirst());
            assertThat(keyOf(passportOf(there, next))).isEqualTo(keyOf(passport));
            assertSound(there, made.factory());
        }
    }

    @Test
    void anArchiveThatEndsTooEarlyOrIsNoneChangesNothing() throws Exception {
        try (var here = RunningFactory.on(folder.resolve("here"), 1000)) {
            Order made = make(here, here.factory());
            byte[] archive = backup(here);
            byte[] key = onlyKey();
            for (byte[] damaged : List.of(
                    Arrays.copyOf(archive, archive.length / 3),
                    Arrays.copyOf(archive, archive.length * 2 / 3),
                    withoutLastEntry(archive),
                    "no archive".getBytes(StandardCharsets.US_ASCII))) {
                assertThatThrownBy(() -> here.get(Backups.class).restore(new ByteArrayInputStream(damaged)))
                        .isInstanceOf(Exception.class);
                assertThat(here.get(Orders.class).getOrder(made.id())).isEqualTo(made);
                assertThat(onlyKey()).isEqualTo(key);
                assertSound(here, made.factory());
            }
        }
    }

    @Test
    void wipingLeavesNothingOfTheFactory() throws Exception {
        try (var here = RunningFactory.on(folder.resolve("here"), 1000)) {
            make(here, here.factory());
            here.get(Backups.class).wipe(Migrations.MODULES, List.of());
            assertThat(here.get(Factories.class).listFactories()).isEmpty();
            assertThat(here.get(Journal.class).verify().entries()).isZero();
        }
    }

    private Order make(RunningFactory running, Factory factory) throws Exception {
        Path file = Files.writeString(folder.resolve("block.stl"), TestParts.box(12, 9, 3));
        var wish = new WholePath.Wish(file, LengthUnit.MILLIMETRE, "printing", "pla", 1, Map.of());
        WholePath path = running.get(WholePath.class);
        return path.make(
                path.order(path.quote(factory, path.upload(factory, wish), wish))
                        .id(),
                progress -> {});
    }

    private static byte[] backup(RunningFactory running) throws Exception {
        var out = new ByteArrayOutputStream();
        running.get(Backups.class).write(out);
        return out.toByteArray();
    }

    private static byte[] withoutLastEntry(byte[] archive) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var whole = new ZipInputStream(new ByteArrayInputStream(archive));
                var cut = new ZipOutputStream(out)) {
            ZipEntry entry = whole.getNextEntry();
            while (entry != null) {
                byte[] content = whole.readAllBytes();
                ZipEntry next = whole.getNextEntry();
                if (next != null) {
                    cut.putNextEntry(new ZipEntry(entry.getName()));
                    cut.write(content);
                    cut.closeEntry();
                }
                entry = next;
            }
        }
        return out.toByteArray();
    }

    private static String passportOf(RunningFactory running, Order order) {
        Unit unit = running.get(WholePath.class).unitsOf(order).getFirst();
        return running.get(Passports.class)
                .findPassport(unit.id())
                .orElseThrow()
                .json();
    }

    /** The identifier of the key that a passport names as its issuer. */
    private static String keyOf(String passport) {
        return passport.replaceFirst("(?s).*(did:[^\"]+).*", "$1");
    }

    private byte[] onlyKey() throws Exception {
        try (var keys = Files.list(folder.resolve("here/keys"))) {
            return Files.readAllBytes(keys.toList().getFirst());
        }
    }

    private static void assertSound(RunningFactory running, FactoryId factory) {
        assertThat(running.get(Journal.class).verify().firstBroken()).isNull();
        assertThat(running.get(Lots.class).checkLedger(factory).faults()).isEmpty();
    }
}
