/** The tables of the floor. Every change of a job's or task's state names the state it expects, so that two hands never do the same thing twice. */
@NullMarked
package org.millwright.factory.production.store;

import org.jspecify.annotations.NullMarked;
