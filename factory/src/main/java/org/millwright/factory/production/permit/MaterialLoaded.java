package org.millwright.factory.production.permit;

import java.util.Map;
import java.util.Optional;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.production.Permit.Unmet;
import org.millwright.factory.production.StartCondition;
import org.millwright.factory.production.StartQuestion;
import org.millwright.processes.ManufacturingProcess.StepKind;
import org.springframework.stereotype.Component;

/** {@code material-loaded}: an operator confirmed that the very lot that is reserved for the build is on the machine. */
@Component
class MaterialLoaded implements StartCondition {
    private final Lots lots;

    MaterialLoaded(Lots lots) {
        this.lots = lots;
    }

    @Override
    public Optional<Unmet> check(StartQuestion question) {
        if (question.kind() != StepKind.RUN || question.build() == null) {
            return Optional.empty();
        }
        var wanted = lots.findReservation(question.build().id().value());
        var loaded = question.loaded();
        if (wanted.isPresent()
                && loaded != null
                && loaded.id().equals(wanted.get().lot())) {
            return Optional.empty();
        }
        return Optional.of(new Unmet(
                "material-loaded",
                Map.of(
                        "wanted",
                        wanted.map(reservation -> lots.getLot(reservation.lot()).lotNumber())
                                .orElse("-"),
                        "loaded",
                        loaded == null ? "-" : loaded.lotNumber())));
    }
}
