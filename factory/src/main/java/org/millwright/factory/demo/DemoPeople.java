package org.millwright.factory.demo;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.facility.Factory;
import org.millwright.factory.facility.Person;
import org.millwright.factory.people.Accounts;
import org.millwright.factory.people.NewAccount;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts that one may enter as while the demo runs: one for each role. */
@Component
class DemoPeople {
    private static final Actor SETTING_UP = new Actor("demo set-up", "owner", true);

    private final Accounts accounts;
    private final Factories factories;

    DemoPeople(Accounts accounts, Factories factories) {
        this.accounts = accounts;
        this.factories = factories;
    }

    private record Named(String login, String name, Role role) {}

    private static final List<Named> PEOPLE = List.of(
            new Named("demo-buyer", "Mara Lind", Role.BUYER),
            new Named("demo-operator", "Jonas Weber", Role.OPERATOR),
            new Named("demo-planner", "Aylin Demir", Role.PLANNER),
            new Named("demo-quality", "Tomasz Nowak", Role.QUALITY),
            new Named("demo-owner", "Ines Berger", Role.OWNER));

    @Transactional
    public void addMissing(Factory factory) {
        for (Named named : PEOPLE) {
            if (accounts.findByLogin(named.login()).isEmpty()) {
                accounts.add(
                        new NewAccount(
                                named.login(),
                                named.name(),
                                Set.of(named.role()),
                                null,
                                worker(factory, named.role()),
                                true),
                        SETTING_UP);
            }
        }
    }

    /** The simulated worker of that role: whoever enters works in their place. */
    private @Nullable UUID worker(Factory factory, Role role) {
        return factories.listPeople(factory.id()).stream()
                .filter(person -> person.role().equals(role.word()))
                .findFirst()
                .map(Person::id)
                .map(id -> id.value())
                .orElse(null);
    }
}
