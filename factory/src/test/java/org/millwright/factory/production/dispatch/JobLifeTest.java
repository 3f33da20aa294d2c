package org.millwright.factory.production.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.millwright.factory.production.dispatch.FloorText.decideAt;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every pair of stored state and machine's word; the machine's word wins, and nothing is sent again blindly. */
class JobLifeTest {
    @ParameterizedTest(name = "{0} at minute {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            CREATED  says UNKNOWN                      | 0 | store J1
            CREATED  says ALLOWED_TO_START             | 0 | stored J1
            CREATED  says RUNNING                      | 0 | running J1
            CREATED  says ENDED                        | 0 | end J1
            STORED   says UNKNOWN                      | 0 | store J1
            STORED   says ALLOWED_TO_START             | 0 | start J1
            STORED   says RUNNING                      | 0 | running J1
            STORED   says ENDED                        | 0 | end J1
            STARTING says ALLOWED_TO_START             | 0 | start J1
            STARTING says RUNNING                      | 0 | running J1
            STARTING says ENDED                        | 0 | end J1
            STARTING says UNKNOWN                      | 0 | interrupt J1 LOST: the machine does not remember job J1
            STARTING says ABORTED fault                | 0 | interrupt J1 JAM: stuck
            RUNNING  says RUNNING 0.5                  | 0 | follow J1
            RUNNING  says INTERRUPTED                  | 0 | follow J1
            RUNNING  says INTERRUPTED fault            | 0 | interrupt J1 JAM: stuck
            RUNNING  says ABORTED fault                | 0 | interrupt J1 JAM: stuck
            RUNNING  says ABORTED                      | 0 | abort J1 STOPPED: the job was stopped at the machine
            RUNNING  says ENDED                        | 0 | end J1
            RUNNING  says UNKNOWN                      | 0 | interrupt J1 LOST: the machine does not remember job J1
            RUNNING  says ALLOWED_TO_START             | 0 | interrupt J1 LOST: the machine says that job J1 never started
            """)
    void followsTheMachine(String job, int minute, String expected) {
        assertThat(round(minute, job)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} at minute {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            CREATED  says UNKNOWN stop                 | 0 | abort J1 STOPPED: enough
            CREATED  says nothing stop                 | 0 | abort J1 STOPPED: enough
            STORED   says nothing stop                 | 0 | abort J1 STOPPED: enough
            STORED   says ALLOWED_TO_START stop        | 0 | cancel J1
            STARTING says ALLOWED_TO_START stop        | 0 | cancel J1
            RUNNING  says RUNNING stop                 | 0 | cancel J1
            RUNNING  says INTERRUPTED stop             | 0 | cancel J1
            RUNNING  says ABORTED stop                 | 0 | abort J1 STOPPED: enough
            RUNNING  says ENDED stop                   | 0 | end J1
            """)
    void stopsWhatAPersonWantsStopped(String job, int minute, String expected) {
        assertThat(round(minute, job)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} at minute {1}: {2}")
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            CREATED  says UNKNOWN refused 1 until 2            | 1 | nothing
            CREATED  says UNKNOWN refused 1 until 2            | 2 | store J1
            STORED   says ALLOWED_TO_START refused 4 until 2   | 2 | start J1
            STORED   says ALLOWED_TO_START refused 5 until 2   | 1 | abort J1 REFUSED: the machine refused job J1 5 times
            RUNNING  says nothing                              | 9 | nothing
            STARTING says nothing                              | 9 | nothing
            RUNNING  says nothing stop                         | 9 | nothing
            """)
    void waitsAfterARefusalAndWhileTheMachineIsSilent(String job, int minute, String expected) {
        assertThat(round(minute, job)).isEqualTo(expected == null ? "" : expected);
    }

    private static String round(int minute, String job) {
        String machine = job.contains("says nothing") ? "silent" : "ACTIVE";
        return decideAt(minute, """
                machine M1 %s
                build B1 on M1: print* remove
                job J1 of B1 on M1 %s
                """.formatted(machine, job));
    }
}
