/** What all resources of the API share: pages of items, keys against doing things twice, limits, their description. */
@NullMarked
package org.millwright.factory.platform.api;

import org.jspecify.annotations.NullMarked;
