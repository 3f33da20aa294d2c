/** Texts for people, from message bundles. */
@NullMarked
package org.millwright.factory.platform.text;

import org.jspecify.annotations.NullMarked;
