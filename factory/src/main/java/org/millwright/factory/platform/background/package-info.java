/** What the program does by itself, again and again. */
@NullMarked
package org.millwright.factory.platform.background;

import org.jspecify.annotations.NullMarked;
