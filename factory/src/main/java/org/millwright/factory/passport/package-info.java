/**
 * The signed record of each unit, born from the journal alone. The front door is
 * {@link org.millwright.factory.passport.Passports}; {@link org.millwright.factory.passport.PassportVerifier} checks a
 * passport without database or network.
 */
@ApplicationModule(
        displayName = "Passport",
        allowedDependencies = {"platform", "planning", "planning :: build", "planning :: unit", "quality"})
@NullMarked
package org.millwright.factory.passport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
