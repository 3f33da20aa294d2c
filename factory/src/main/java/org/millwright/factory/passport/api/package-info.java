/** Passports in the API. */
@NullMarked
package org.millwright.factory.passport.api;

import org.jspecify.annotations.NullMarked;
