package org.millwright.factory.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.factory.FactoryApplication;
import org.millwright.factory.platform.clock.FactoryClock;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.platform.journal.JournalEntry;
import org.millwright.factory.testing.ProductOnly;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole application with its embedded database, started, stopped and started again. */
@Tag("slow")
class ApplicationStartTest {
    @TempDir
    Path data;

    @Test
    void aRestartKeepsTheJournalAndFactoryTimeAndLeavesNoServerBehind() throws Exception {
        FactoryId factory = FactoryId.of("019b8d4e-0000-7000-8000-000000000001");
        UUID order = UUID.fromString("019b8d4e-0000-7000-8000-000000000002");
        Instant first;
        try (var application = start()) {
            application
                    .getBean(TransactionTemplate.class)
                    .executeWithoutResult(status -> application
                            .getBean(Journal.class)
                            .record(new JournalEntry(
                                    factory,
                                    Actor.system(),
                                    "OrderAccepted",
                                    "order",
                                    order,
                                    null,
                                    Map.of("lines", 1))));
            application.getBean(FactoryClock.class).leapTo(Instant.parse("2099-01-01T00:00:00Z"));
            first = application.getBean(FactoryClock.class).instant();
        }
        assertThat(data.resolve("pg/postmaster.pid")).doesNotExist();
        assertThat(Files.readString(data.resolve("pg.log"))).doesNotContain("FATAL", "PANIC");
        try (var application = start()) {
            assertThat(application.getBean(Journal.class).listAbout(order)).hasSize(1);
            assertThat(application.getBean(Journal.class).verify().intact()).isTrue();
            assertThat(application.getBean(FactoryClock.class).instant()).isAfterOrEqualTo(first);
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(FactoryApplication.class)
                .initializers(ProductOnly::in)
                .run("--server.port=0", "--millwright.data=" + data, "--millwright.time-lapse=100");
    }
}
