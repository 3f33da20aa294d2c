/** Lines to the machines: one driver each, used on a thread of its own, so that one dead host never slows the others. */
@NullMarked
package org.millwright.factory.production.machine;

import org.jspecify.annotations.NullMarked;
