/** Pages of the catalog. */
@NullMarked
package org.millwright.factory.catalog.web;

import org.jspecify.annotations.NullMarked;
