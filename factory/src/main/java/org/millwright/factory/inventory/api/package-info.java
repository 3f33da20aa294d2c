/** Materials in the API. */
@NullMarked
package org.millwright.factory.inventory.api;

import org.jspecify.annotations.NullMarked;
