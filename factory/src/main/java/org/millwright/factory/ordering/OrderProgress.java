package org.millwright.factory.ordering;

import org.millwright.factory.passport.PassportIssued;
import org.millwright.factory.planning.UnitChanged;
import org.millwright.factory.planning.unit.UnitState;
import org.millwright.factory.platform.identity.Actor;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Keeps orders covered when units fail, and completes them when the last passport is issued. */
@Component
class OrderProgress {
    private final Orders orders;

    OrderProgress(Orders orders) {
        this.orders = orders;
    }

    @ApplicationModuleListener
    void on(UnitChanged changed) {
        if (changed.state() == UnitState.SUSPECT || changed.state() == UnitState.SCRAPPED) {
            orders.cover(changed.reference(), Actor.system());
        } else if (changed.state() == UnitState.MADE || changed.state() == UnitState.RELEASED) {
            orders.trim(changed.reference(), Actor.system());
        }
    }

    @ApplicationModuleListener
    void on(PassportIssued issued) {
        orders.settle(issued.reference());
    }
}
