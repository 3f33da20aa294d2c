package org.millwright.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.millwright.scheduling.model.InvalidProblem;

class InvalidProblemTest {
    @Test
    void reportsEverythingThatIsWrongAtOnce() {
        assertThatThrownBy(() -> Shop.of("""
                        machine mill
                        machine mill
                        job A
                        op a of A on lathe 3
                        op b of Z on mill 3 after nothing
                        op c of A after a
                        """))
                .asInstanceOf(InstanceOfAssertFactories.type(InvalidProblem.class))
                .extracting(InvalidProblem::violations)
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .satisfiesExactlyInAnyOrder(
                        violation -> assertThat(violation).contains("mill is given twice"),
                        violation -> assertThat(violation).contains("lathe"),
                        violation -> assertThat(violation).contains("unknown job Z"),
                        violation -> assertThat(violation).contains("nothing"),
                        violation -> assertThat(violation).contains("c has no mode"));
    }

    @Test
    void refusesOperationsThatWaitForEachOther() {
        assertThatThrownBy(() -> Shop.of("""
                        machine mill
                        job A
                        op a of A on mill 3 after b
                        op b of A on mill 3 after a
                        """))
                .isInstanceOf(InvalidProblem.class)
                .hasMessageContaining("circle");
    }
}
