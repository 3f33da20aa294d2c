package org.millwright.scheduling.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.json.UnreadableFile;
import org.millwright.scheduling.Budget;
import org.millwright.scheduling.Scheduling;
import org.millwright.scheduling.Solution;
import org.millwright.scheduling.model.ScheduleProblem;
import org.millwright.scheduling.validation.TimetableValidator;

/** Projects whose activities share amounts of renewable resources. */
class ProjectFormatTest {
    private static final String PROJECT = """
            ************************************************************************
            PRECEDENCE RELATIONS:
            jobnr.    #modes  #successors   successors
               1        1          2           2   3
               2        1          1           4
               3        1          1           4
               4        1          0
            ************************************************************************
            REQUESTS/DURATIONS:
            jobnr. mode duration  R 1  R 2
            ------------------------------------------------------------------------
              1      1     0       0    0
              2      1     5       3    0
              3      1     4       2    1
              4      1     2       4    0
            ************************************************************************
            RESOURCEAVAILABILITIES:
              R 1  R 2
               %d   1
            ************************************************************************
            """;

    @TempDir
    Path folder;

    @Test
    void activitiesShareWhatThereIs() throws IOException {
        assertThat(makespan(5)).isEqualTo(7);
        assertThat(makespan(4)).isEqualTo(11);
    }

    @Test
    void aMissingSectionIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("p.sm"), "nothing");
        assertThatThrownBy(() -> ProjectFormat.read(file))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("PRECEDENCE RELATIONS");
    }

    private long makespan(int available) throws IOException {
        Path file = Files.writeString(folder.resolve("p.sm"), PROJECT.formatted(available));
        ScheduleProblem problem = ProjectFormat.read(file);
        Solution solution = Scheduling.solve(problem, Budget.ofSteps(100), 1);
        assertThat(TimetableValidator.violations(problem, solution.timetable())).isEmpty();
        return solution.objective().makespanS();
    }
}
