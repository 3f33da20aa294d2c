/** Quality in the API. */
@NullMarked
package org.millwright.factory.quality.api;

import org.jspecify.annotations.NullMarked;
