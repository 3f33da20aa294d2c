package org.millwright.factory.quoting.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.design.Design;
import org.millwright.factory.design.Designs;
import org.millwright.factory.inventory.Lots;
import org.millwright.factory.inventory.material.MaterialDefinition;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.quoting.Offer;
import org.millwright.factory.quoting.Offers;
import org.millwright.factory.quoting.QuoteRequest;
import org.millwright.geometry.Shape;
import org.millwright.processes.ManufacturingProcess;
import org.millwright.processes.Processes;
import org.springframework.stereotype.Component;

/** Every process and material of the factory that a design could be made by, with an offer for each. */
@Component
class Ways {
    private final Designs designs;
    private final Lots lots;
    private final Offers offers;

    Ways(Designs designs, Lots lots, Offers offers) {
        this.designs = designs;
        this.lots = lots;
        this.offers = offers;
    }

    /** Possible ones first, cheapest first. Empty while the unit of the design has to be asked. */
    List<Way> list(Design design, int quantity, Map<String, Double> options, Actor actor) {
        if (design.unit() == null) {
            return List.of();
        }
        Shape shape = designs.shape(design.id());
        List<Way> ways = new ArrayList<>();
        for (ManufacturingProcess process : Processes.listProcesses()) {
            if (process.accepts(shape)) {
                for (MaterialDefinition material : lots.listMaterials(design.factory())) {
                    if (material.material().form() == process.materialForm()) {
                        var request = new QuoteRequest(
                                design.factory(),
                                design.id(),
                                process.id(),
                                material.materialId(),
                                quantity,
                                options,
                                actor);
                        ways.add(new Way(process.id(), material, offers.offer(request), List.of()));
                    }
                }
            }
        }
        return judged(ways);
    }

    /** One way of making a design, with its offer; empty while the unit of the design has to be asked. */
    Optional<Way> find(Design design, String key, int quantity, Map<String, Double> options, Actor actor) {
        String[] processAndMaterial = key.split(" ", 2);
        if (design.unit() == null || processAndMaterial.length != 2) {
            return Optional.empty();
        }
        return lots.listMaterials(design.factory()).stream()
                .filter(material -> material.materialId().equals(processAndMaterial[1]))
                .findFirst()
                .map(material -> new Way(
                        processAndMaterial[0],
                        material,
                        offers.offer(new QuoteRequest(
                                design.factory(),
                                design.id(),
                                processAndMaterial[0],
                                material.materialId(),
                                quantity,
                                options,
                                actor)),
                        List.of()));
    }

    private static List<Way> judged(List<Way> ways) {
        List<Way> possible = ways.stream().filter(Way::possible).toList();
        Way cheapest = best(possible, Offer::price);
        Way soonest = best(possible, Offer::promisedAt);
        Way leanest = best(possible, Offer::carbonKg);
        return ways.stream()
                .map(way -> {
                    List<String> best = new ArrayList<>();
                    if (possible.size() > 1) {
                        addIf(best, "price", way.equals(cheapest));
                        addIf(best, "date", way.equals(soonest));
                        addIf(best, "carbon", way.equals(leanest));
                    }
                    return new Way(way.process(), way.material(), way.offer(), best);
                })
                .sorted(Comparator.comparing((Way way) -> !way.possible())
                        .thenComparing(way -> Optional.ofNullable(way.offer().price())
                                .map(price -> price.minor())
                                .orElse(0L)))
                .toList();
    }

    /** Only when nothing else is as good. */
    private static <T extends Comparable<? super T>> @Nullable Way best(
            List<Way> ways, Function<Offer, @Nullable T> figure) {
        Way best = null;
        boolean alone = false;
        for (Way way : ways) {
            int order = best == null ? -1 : compare(figure.apply(way.offer()), figure.apply(best.offer()));
            if (order < 0) {
                best = way;
                alone = true;
            } else if (order == 0) {
                alone = false;
            }
        }
        return alone ? best : null;
    }

    private static <T extends Comparable<? super T>> int compare(@Nullable T a, @Nullable T b) {
        return Objects.requireNonNull(a).compareTo(Objects.requireNonNull(b));
    }

    private static void addIf(List<String> best, String what, boolean is) {
        if (is) {
            best.add(what);
        }
    }
}
