package org.millwright.factory.passport;

import org.millwright.factory.planning.UnitChanged;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Gives every unit its passport as soon as it is packed: by then everything that was done to it is in the journal. */
@Component
class PassportIssuing {
    private final Passports passports;

    PassportIssuing(Passports passports) {
        this.passports = passports;
    }

    @ApplicationModuleListener(condition = "#root.args[0].state().name() == 'PACKED'")
    void on(UnitChanged packed) {
        passports.issue(packed.unit());
    }
}
