/** Designs in the API. */
@NullMarked
package org.millwright.factory.design.api;

import org.jspecify.annotations.NullMarked;
