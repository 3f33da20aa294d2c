/** What estimates learn from what really happened. */
@NullMarked
package org.millwright.processes.learning;

import org.jspecify.annotations.NullMarked;
