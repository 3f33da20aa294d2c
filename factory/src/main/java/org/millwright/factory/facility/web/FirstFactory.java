package org.millwright.factory.facility.web;

import java.util.Optional;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.platform.web.viewer.CurrentFactory;
import org.springframework.stereotype.Component;

/** Shows the first factory of the installation. */
@Component
class FirstFactory implements CurrentFactory {
    private final Factories factories;

    FirstFactory(Factories factories) {
        this.factories = factories;
    }

    @Override
    public Optional<View> find() {
        return factories.listFactories().stream()
                .findFirst()
                .map(factory -> new View(factory.id(), factory.name(), factory.zone()));
    }
}
