/**
 * Materials, their lots, and a double-entry ledger of every gram and square millimetre: received, reserved, used, left
 * over. The front door is {@link org.millwright.factory.inventory.Lots}.
 */
@ApplicationModule(
        displayName = "Inventory",
        allowedDependencies = {"platform", "facility", "facility :: energy"})
@NullMarked
package org.millwright.factory.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
