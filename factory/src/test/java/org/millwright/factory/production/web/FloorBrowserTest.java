package org.millwright.factory.production.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.Person;
import org.millwright.factory.facility.PersonId;
import org.millwright.factory.facility.hours.WeeklyHours;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.platform.identity.Ids;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.production.Jobs;
import org.millwright.factory.production.task.Task;
import org.millwright.factory.production.task.TaskState;
import org.millwright.factory.testing.browser.DemoInBrowser;
import org.millwright.factory.testing.browser.Look;
import org.millwright.factory.testing.browser.Visitor;

/** An operator with a tablet and somebody without the skill, in a real browser. */
@Tag("browser")
class FloorBrowserTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path data;

    private static DemoInBrowser demo;

    @BeforeAll
    static void startDemo() throws IOException {
        demo = DemoInBrowser.start(data, 600);
    }

    @AfterAll
    static void stopDemo() {
        if (demo != null) {
            demo.close();
        }
    }

    @Test
    void aTaskIsRefusedWithItsReasonAndWhoCanClearIt() {
        Person trainee = person("Trainee", Set.of());
        try (Visitor visitor = demo.visitor(Look.TABLET, trainee.id().value(), Role.OPERATOR)) {
            Task task = anyOpenTask();
            visitor.open("/tasks/" + task.id());
            assertThat(visitor.page().locator("#scan")).isFocused();
            assertThat(visitor.page().locator(".missing")).containsText("has not the skill");
            visitor.button("Start").click();

            assertThat(visitor.page().locator(".refused")).containsText("cannot be started yet");
            assertThat(visitor.page().locator(".conditions")).containsText("the owner keeps skills and hours");
            visitor.picture("task-refused");
            assertThat(visitor.accessibilityViolations()).isEmpty();
        }
    }

    @Test
    void machinesShowWhatIsOnThemAndTheMachinePageFollowsTheTool() {
        try (Visitor visitor = demo.visitor(Look.DESK, Role.OPERATOR).open("/floor")) {
            Page page = visitor.page();
            Locator running = page.locator(".machine.is-running").first();
            running.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE.toMillis()));
            assertThat(running.locator(".ring")).isVisible();
            assertThat(running.locator(".plate .part").first()).isVisible();
            visitor.picture("floor");
            visitor.assertSound();
            running.locator(".machine-head").click();
            assertThat(page.locator("#path-says")).containsText("of");
            assertThat(page.locator(".stop")).containsText("no emergency stop");
            visitor.picture("machine");
            visitor.assertSound();
        }
    }

    @Test
    void theFloorIsSoundOnEveryScreen() {
        List<Machine> machines = demo.get(Factories.class).listMachines(factory());
        for (Look look : List.of(Look.PHONE, Look.TABLET, Look.DESK.inTheDark())) {
            try (Visitor visitor = demo.visitor(look, Role.OPERATOR)) {
                for (String path : List.of(
                        "/floor",
                        "/tasks",
                        "/floor/machines/" + machines.getFirst().id())) {
                    visitor.open(path);
                    assertThat(visitor.heading()).isVisible();
                    visitor.picture(path.startsWith("/floor/") ? "machine" : path.substring(1));
                    visitor.assertSound();
                }
            }
        }
    }

    private static Task anyOpenTask() {
        Jobs jobs = demo.get(Jobs.class);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            for (Task task : jobs.listOpenTasks(factory())) {
                if (task.state() == TaskState.OPEN) {
                    return task;
                }
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("No task was opened within " + PATIENCE);
    }

    private static Person person(String name, Set<String> skills) {
        return demo.get(Factories.class)
                .addPerson(
                        new Person(
                                new PersonId(demo.get(Ids.class).next()),
                                factory(),
                                name,
                                "operator",
                                skills,
                                WeeklyHours.always(),
                                false),
                        Actor.system());
    }

    private static FactoryId factory() {
        return demo.get(Factories.class).listFactories().getFirst().id();
    }
}
