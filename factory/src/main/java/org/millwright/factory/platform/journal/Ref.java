package org.millwright.factory.platform.journal;

import java.util.UUID;

/** Something else that a journal entry concerns, for example {@code unit} and its id. */
public record Ref(String kind, UUID id) {}
