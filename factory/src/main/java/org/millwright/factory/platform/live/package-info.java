/** Tells pages that are open when something they show has changed. */
@org.jspecify.annotations.NullMarked
package org.millwright.factory.platform.live;
