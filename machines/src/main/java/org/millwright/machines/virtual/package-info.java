/**
 * Virtual machines that execute real programs, and the driver that reaches those of this process under
 * {@code virtual:printer/NAME?speed=1000}. Their time is the {@link java.time.InstantSource} they are given: nothing runs in
 * the background, the state is computed from the time that passed whenever somebody asks.
 */
@org.jspecify.annotations.NullMarked
package org.millwright.machines.virtual;
