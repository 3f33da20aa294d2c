package org.millwright.factory.people;

import java.util.Map;
import org.millwright.factory.facility.Factories;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.journal.Journal;
import org.millwright.factory.platform.journal.JournalEntry;
import org.springframework.stereotype.Component;

/**
 * Writes down what happens to accounts, in the journal of every factory of this installation. The journal cannot
 * forget, so entries name accounts by id alone.
 */
@Component
public class PeopleJournal {
    private final Factories factories;
    private final Journal journal;

    PeopleJournal(Factories factories, Journal journal) {
        this.factories = factories;
        this.journal = journal;
    }

    public void record(Actor actor, String type, AccountId account, Map<String, Object> payload) {
        factories
                .listFactories()
                .forEach(factory -> journal.record(
                        new JournalEntry(factory.id(), actor, type, "account", account.value(), null, payload)));
    }
}
