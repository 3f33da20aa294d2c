/**
 * Products that buyers make their own: each is a few options with ranges, geometry computed from them, and findings of its
 * own. A product with its options becomes a design like any file. The front door is
 * {@link org.millwright.factory.catalog.Catalog}; the products are pure functions in packages of their own.
 */
@ApplicationModule(
        displayName = "Catalog",
        allowedDependencies = {
            "platform",
            "facility",
            "inventory",
            "inventory :: material",
            "inventory :: sheet",
            "design"
        })
@NullMarked
package org.millwright.factory.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
