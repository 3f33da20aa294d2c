/** The conditions of the start permit, one class each, and the place where they are all asked. */
@NullMarked
package org.millwright.factory.production.permit;

import org.jspecify.annotations.NullMarked;
