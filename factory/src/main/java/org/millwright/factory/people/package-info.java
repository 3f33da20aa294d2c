/**
 * Who may come in: accounts with their roles, invitations, sign-ins, API tokens. The front door is
 * {@link org.millwright.factory.people.Accounts}.
 */
@ApplicationModule(
        displayName = "People",
        allowedDependencies = {"platform", "facility"})
@NullMarked
package org.millwright.factory.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
