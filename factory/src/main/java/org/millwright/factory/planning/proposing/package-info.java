/** From waiting units to builds with a layout, a program and material. */
@NullMarked
package org.millwright.factory.planning.proposing;

import org.jspecify.annotations.NullMarked;
