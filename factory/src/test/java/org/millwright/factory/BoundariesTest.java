package org.millwright.factory;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The walls of the house; each test's name is the sentence it holds. */
class BoundariesTest {
    private static final String[] ENGINES = {
        "org.millwright.geometry..", "org.millwright.json..", "org.millwright.nesting..", "org.millwright.scheduling.."
    };
    private static final String PLATFORM = "org.millwright.factory.platform..";

    private static JavaClasses ours;

    @BeforeAll
    static void readClasses() {
        ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.millwright");
    }

    @Test
    void modulesKnowOnlyEachOthersFrontDoorsAndFormNoCycle() {
        ApplicationModules.of(FactoryApplication.class).verify();
    }

    @Test
    void enginesKnowNoSpringNoDatabaseNoNetworkAndNoLogger() {
        noClasses()
                .that()
                .resideInAnyPackage(ENGINES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "java.sql..",
                        "javax.sql..",
                        "java.net..",
                        "java.util.logging..",
                        "org.slf4j..",
                        "jakarta..")
                .allowEmptyShould(true)
                .check(ours);
    }

    @Test
    void enginesKnowNoClock() {
        noClasses()
                .that()
                .resideInAnyPackage(ENGINES)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(InstantSource.class)
                .allowEmptyShould(true)
                .check(ours);
    }

    @Test
    void enginesKnowNoOtherWing() {
        noClasses()
                .that()
                .resideInAnyPackage(ENGINES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.millwright.processes..", "org.millwright.machines..", "org.millwright.factory..")
                .allowEmptyShould(true)
                .check(ours);
    }

    @Test
    void processesAndMachinesDoNotKnowTheFactoryNorSpringNorTheDatabase() {
        noClasses()
                .that()
                .resideInAnyPackage("org.millwright.processes..", "org.millwright.machines..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.millwright.factory..",
                        "org.millwright.cli..",
                        "org.springframework..",
                        "java.sql..",
                        "javax.sql..")
                .check(ours);
    }

    @Test
    void theFactoryDoesNotKnowTheCommandLine() {
        noClasses()
                .that()
                .resideInAPackage("org.millwright.factory..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.millwright.cli..")
                .check(ours);
    }

    @Test
    void timeComesFromAnInjectedClockOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages(PLATFORM, "org.millwright.cli..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(InstantSource.class, "system")
                .check(ours);
    }

    @Test
    void everyRandomChoiceHasASeed() {
        noClasses()
                .that()
                .resideOutsideOfPackage(PLATFORM)
                .should()
                .callConstructor(Random.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(ThreadLocalRandom.class, "current")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .check(ours);
    }

    @Test
    void aClassIsNamedAfterWhatItIs() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.millwright.templates..")
                .should()
                .haveNameMatching(".*(Impl|Manager|Utils?|Helper|Base)")
                .check(ours);
    }

    @Test
    void thereIsSomethingToCheck() {
        assertThat(ours.stream().map(JavaClass::getPackageName))
                .contains("org.millwright.geometry", "org.millwright.processes", "org.millwright.machines");
    }
}
