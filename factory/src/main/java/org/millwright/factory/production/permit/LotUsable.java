package org.millwright.factory.production.permit;

import java.util.Map;
import java.util.Optional;
import org.millwright.factory.inventory.Lot;
import org.millwright.factory.inventory.LotState;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.production.Permit.Unmet;
import org.millwright.factory.production.StartCondition;
import org.millwright.factory.production.StartQuestion;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.springframework.stereotype.Component;

/** {@code lot-usable}: material is reserved for the build, and its lot is not held back. */
@Component
class LotUsable implements StartCondition {
    private final Lots lots;

    LotUsable(Lots lots) {
        this.lots = lots;
    }

    @Override
    public Optional<Unmet> check(StartQuestion question) {
        boolean applies = question.kind() == StepKind.PREPARE || question.kind() == StepKind.RUN;
        if (!applies || question.build() == null) {
            return Optional.empty();
        }
        Optional<Lot> lot =
                lots.findReservation(question.build().id().value()).map(reservation -> lots.getLot(reservation.lot()));
        if (lot.isPresent() && lot.get().state() != LotState.QUARANTINED) {
            return Optional.empty();
        }
        return Optional.of(new Unmet(
                "lot-usable",
                Map.of(
                        "lot",
                        lot.map(Lot::lotNumber).orElse("-"),
                        "build",
                        question.build().number())));
    }
}
