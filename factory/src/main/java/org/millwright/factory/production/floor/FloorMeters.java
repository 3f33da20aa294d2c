package org.millwright.factory.production.floor;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToLongFunction;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.platform.identity.FactoryId;
import org.millwright.factory.production.Jobs;
import org.springframework.stereotype.Component;

/** What happens on the floor of all factories, as metrics; counted when somebody asks. */
@Component
class FloorMeters implements MeterBinder {
    private final Factories factories;
    private final Jobs jobs;

    FloorMeters(Factories factories, Jobs jobs) {
        this.factories = factories;
        this.jobs = jobs;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(
                registry,
                "millwright.tasks.open",
                factory -> jobs.listOpenTasks(factory).size());
        gauge(
                registry,
                "millwright.machines.busy",
                factory -> factories.listMachines(factory).stream()
                        .filter(machine -> jobs.findActiveJob(machine.id()).isPresent())
                        .count());
        gauge(
                registry,
                "millwright.machines.down",
                factory -> factories.listDowntimes(factory).size());
    }

    private void gauge(MeterRegistry registry, String name, ToLongFunction<FactoryId> count) {
        Gauge.builder(
                        name,
                        factories,
                        all -> all.listFactories().stream()
                                .mapToLong(factory -> count.applyAsLong(factory.id()))
                                .sum())
                .register(registry);
    }
}
