/**
 * Price, date and carbon of a design in a quantity, each computed from the factory's own data and explained term by term.
 * The front door is {@link org.millwright.factory.quoting.Quotes}.
 */
@ApplicationModule(
        displayName = "Quoting",
        allowedDependencies = {
            "platform",
            "facility",
            "facility :: energy",
            "inventory",
            "inventory :: material",
            "design",
            "planning",
            "planning :: examination"
        })
@NullMarked
package org.millwright.factory.quoting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
