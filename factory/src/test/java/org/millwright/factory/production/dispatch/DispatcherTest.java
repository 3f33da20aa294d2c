package org.millwright.factory.production.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.millwright.factory.production.dispatch.FloorText.decide;

import org.junit.jupiter.api.Test;

class DispatcherTest {
    @Test
    void offersThePreparationOfTheNextBuildOfAFreeMachineHoweverFarAhead() {
        assertThat(decide("""
                machine M1 READY
                build B1 on M1 at 500: prepare print remove
                """)).isEqualTo("open prepare B1");
    }

    @Test
    void takesTheBuildsOfAMachineInPlannedOrder() {
        assertThat(decide("""
                machine M1 READY
                build B2 on M1 at 60: prepare print remove
                build B1 on M1 at 5: prepare print remove
                """)).isEqualTo("open prepare B1");
    }

    @Test
    void aPreparedMachineKeepsItsBuildWhenTheTimetablePutsAnotherFirst() {
        assertThat(decide("""
                machine M1 READY
                build B1 on M1 at 60: print remove
                build B2 on M1 at 5: prepare print remove
                """)).isEqualTo("create B1 on M1");
    }

    @Test
    void takesBackAnOpenTaskWhenAnotherBuildComesFirstNow() {
        assertThat(decide("""
                machine M1 READY
                build B1 on M1 at 60: prepare print remove
                build B2 on M1 at 5: prepare print remove
                task prepare B1 on M1
                """)).isEqualTo("""
                cancel task prepare B1
                open prepare B2""");
    }

    @Test
    void aStartedPreparationIsFinishedFirst() {
        assertThat(decide("""
                machine M1 READY
                build B1 on M1 at 60: prepare* print remove
                build B2 on M1 at 5: prepare print remove
                task prepare B1 on M1 started
                """)).isEmpty();
    }

    @Test
    void aTaskMovesWithItsOperationToAnotherMachine() {
        assertThat(decide("""
                machine M1 READY down
                machine M2 READY
                build B1 on M2 at 5: prepare print remove
                task prepare B1 on M1
                """)).isEqualTo("""
                cancel task prepare B1
                open prepare B1""");
    }

    @Test
    void offersNothingOnMachinesThatAreDownOrSilent() {
        assertThat(decide("""
                machine M1 READY down
                machine M2 silent
                build B1 on M1 at 5: prepare print remove
                build B2 on M2 at 5: prepare print remove
                """)).isEmpty();
    }

    @Test
    void cancelsTasksWhoseOperationIsNoLongerPlanned() {
        assertThat(decide("""
                machine M1 READY
                task prepare B1 on M1 started
                task pack W1
                """)).isEqualTo("""
                cancel task prepare B1
                cancel task pack W1""");
    }

    @Test
    void startsAPreparedBuildOnlyOnAFreeAndClearMachine() {
        assertThat(decide("""
                machine M1 READY dirty
                machine M2 ACTIVE
                machine M3 STOPPED alarm
                machine M4 PROGRAM_COMPLETED
                machine M5 READY down
                build B1 on M1: print remove
                build B2 on M2: print remove
                build B3 on M3: print remove
                build B4 on M4: print remove
                build B5 on M5: print remove
                """)).isEqualTo("create B4 on M4");
    }

    @Test
    void tellsTheMachineThatItIsClearWhenAPersonSaidSo() {
        assertThat(decide("""
                machine M1 READY dirty declared
                build B1 on M1: print remove
                """)).isEqualTo("tell clear M1");
    }

    @Test
    void asksForRemovalBeforeTheNextBuildIsPrepared() {
        assertThat(decide("""
                machine M1 PROGRAM_COMPLETED dirty
                job J1 of B1 on M1 ENDED
                build B1 on M1 at 5: remove
                build B2 on M1 at 60: prepare print remove
                """)).isEqualTo("open remove B1");
    }

    @Test
    void removalIsOfferedEvenWhenTheMachineIsDownOrSilent() {
        assertThat(decide("""
                machine M1 silent down
                job J1 of B1 on M1 ENDED
                build B1 on M1 at 5: remove
                """)).isEqualTo("open remove B1");
    }

    @Test
    void theNextBuildIsPreparedOnceTheMachineIsClearedThoughUnitsWaitForSorting() {
        assertThat(decide("""
                machine M1 READY
                build B2 on M1 at 60: prepare print remove
                order W1: inspect pack
                """)).isEqualTo("open prepare B2");
    }

    @Test
    void asksOnceToEmptyAMachineAfterAFailedRun() {
        assertThat(decide("""
                machine M1 STOPPED dirty alarm
                job J1 of B1 on M1 INTERRUPTED
                build B2 on M1 at 60: prepare print remove
                """)).isEqualTo("clear J1");
        assertThat(decide("""
                machine M1 STOPPED dirty alarm
                job J1 of B1 on M1 INTERRUPTED
                task clear B1 on M1
                build B2 on M1 at 60: prepare print remove
                """)).isEmpty();
    }

    @Test
    void workOrdersMoveOnStepByStepOnceTheirUnitsAreMade() {
        assertThat(decide("""
                order W1: finish inspect pack
                order W2 ready: finish inspect pack
                order W3 ready: inspect pack
                order W4 ready: pack
                """)).isEqualTo("""
                open finish W2
                open inspect W3
                open pack W4""");
    }

    @Test
    void doesNotOfferTheSameWorkTwice() {
        assertThat(decide("""
                machine M1 READY
                build B1 on M1 at 5: prepare print remove
                order W1 ready: inspect* pack
                task prepare B1 on M1
                task inspect W1 started
                """)).isEmpty();
    }

    @Test
    void oneSilentMachineDoesNotHoldUpTheOthers() {
        assertThat(decide("""
                machine M1 silent
                machine M2 ACTIVE
                job J1 of B1 on M1 RUNNING
                job J2 of B2 on M2 RUNNING says RUNNING 0.5
                build B1 on M1: print* remove
                build B2 on M2: print* remove
                """)).isEqualTo("follow J2");
    }
}
