/** The plan in the API. */
@NullMarked
package org.millwright.factory.planning.api;

import org.jspecify.annotations.NullMarked;
