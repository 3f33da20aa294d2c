/** Search over everything, from any page: modules say what they have. */
@NullMarked
package org.millwright.factory.platform.search;

import org.jspecify.annotations.NullMarked;
