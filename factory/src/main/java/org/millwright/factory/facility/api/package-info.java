/** Machines in the API. */
@NullMarked
package org.millwright.factory.facility.api;

import org.jspecify.annotations.NullMarked;
