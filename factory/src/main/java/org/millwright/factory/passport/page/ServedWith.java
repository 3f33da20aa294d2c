package org.millwright.factory.passport.page;

import org.jspecify.annotations.Nullable;

/**
 * What only the server's page has: a picture, and a form to report a problem.
 *
 * @param picture address of a picture of the design; null when there is none any more
 * @param mesh address of its mesh, to be turned about; null for parts that are flat
 * @param formToken what the form must send back to be believed
 * @param reported whether a report was just taken
 * @param typed what was typed into a report that was not taken
 * @param wrong why it was not taken
 */
public record ServedWith(
        @Nullable String picture,
        @Nullable String mesh,
        @Nullable String formToken,
        boolean reported,
        String typed,
        @Nullable String wrong) {}
