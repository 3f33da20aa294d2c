package org.millwright.factory.platform.journal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.millwright.factory.platform.identity.Actor;
import org.millwright.factory.platform.identity.FactoryId;

/**
 * What happened, as it is handed to the journal.
 *
 * @param type past tense, for example {@code OrderAccepted}
 * @param subjectKind kind of the thing it happened to, for example {@code order}
 * @param cause id of what led to it (a command, an event, another thing), when there is one
 * @param payload the facts: strings, whole numbers, doubles, {@code BigDecimal}, booleans, instants, UUIDs, enums, and
 *     lists and maps of these
 * @param refs other things that this entry concerns; they find it through {@link Journal#listAbout}
 */
public record JournalEntry(
        FactoryId factory,
        Actor actor,
        String type,
        String subjectKind,
        UUID subject,
        @Nullable UUID cause,
        Map<String, Object> payload,
        List<Ref> refs) {
    public JournalEntry {
        if (!type.matches("[A-Z][A-Za-z0-9]{1,99}")) {
            throw new IllegalArgumentException(
                    "The journal type is \"%s\".%nMaybe name it like OrderAccepted.".formatted(type));
        }
        requireKind(subjectKind);
        refs.forEach(ref -> requireKind(ref.kind()));
        refs = List.copyOf(refs);
    }

    /** An entry that concerns its subject alone. */
    public JournalEntry(
            FactoryId factory,
            Actor actor,
            String type,
            String subjectKind,
            UUID subject,
            @Nullable UUID cause,
            Map<String, Object> payload) {
        this(factory, actor, type, subjectKind, subject, cause, payload, List.of());
    }

    private static void requireKind(String kind) {
        if (!kind.matches("[a-z][a-z0-9-]{0,49}")) {
            throw new IllegalArgumentException(
                    "The kind of a journal entry's subject or reference is \"%s\".%nMaybe name it like work-order."
                            .formatted(kind));
        }
    }
}
