/**
 * From accepted work to a timetable: units are laid out on plates and sheets across orders, get a program, material and a
 * place in time; promises and repairs come from the same timetable. The front door is
 * {@link org.millwright.factory.planning.WorkOrders}.
 */
@ApplicationModule(
        displayName = "Planning",
        allowedDependencies = {
            "platform",
            "facility",
            "facility :: energy",
            "facility :: hours",
            "inventory",
            "inventory :: material",
            "inventory :: sheet",
            "design"
        })
@NullMarked
package org.millwright.factory.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
