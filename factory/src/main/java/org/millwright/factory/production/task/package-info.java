/** Tasks of people: what is to be done at a machine or a bench, and how it ended. */
@NamedInterface("task")
@NullMarked
package org.millwright.factory.production.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
