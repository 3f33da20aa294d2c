/** Keys by which programs use the API for somebody. */
@NullMarked
package org.millwright.factory.people.token;

import org.jspecify.annotations.NullMarked;
