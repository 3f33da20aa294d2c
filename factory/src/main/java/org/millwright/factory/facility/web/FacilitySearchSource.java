package org.millwright.factory.facility.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Machine;
import org.millwright.factory.facility.Person;
import org.millwright.factory.platform.identity.Role;
import org.millwright.factory.platform.search.SearchSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds machines and people, for those who work here. */
@Component
@Order(2)
class FacilitySearchSource implements SearchSource {
    private final Factories factories;

    FacilitySearchSource(Factories factories) {
        this.factories = factories;
    }

    @Override
    public List<Hit> find(Question question) {
        if (!question.viewer().isStaff()) {
            return List.of();
        }
        String words = question.words().toLowerCase(Locale.ROOT);
        Stream<Hit> machines = factories.listMachines(question.factory()).stream()
                .filter(machine -> contains(words, machine.name())
                        || contains(words, machine.equipment().model()))
                .map(FacilitySearchSource::hit);
        Stream<Hit> people = question.viewer().is(Role.OWNER)
                ? factories.listPeople(question.factory()).stream()
                        .filter(person -> contains(words, person.name()))
                        .map(FacilitySearchSource::hit)
                : Stream.of();
        return Stream.concat(machines, people).limit(question.most()).toList();
    }

    private static Hit hit(Machine machine) {
        return new Hit(
                "/floor/machines/" + machine.id(),
                machine.name(),
                machine.equipment().model(),
                "kind.machine",
                machine.equipmentClass().equals("laser") ? "laser" : "printer",
                false);
    }

    private static Hit hit(Person person) {
        return new Hit("/settings/people#" + person.id(), person.name(), person.role(), "kind.person", "person", false);
    }

    private static boolean contains(String words, String text) {
        return text.toLowerCase(Locale.ROOT).contains(words);
    }
}
