/**
 * What to do next on the floor, as a pure function of what was observed.
 *
 * <p>One round is: observe everything, {@link org.millwright.factory.production.dispatch.Dispatcher#decide decide}, carry
 * out. Nothing is remembered between rounds but what is stored, so the round after a crash is a round like any other: each
 * active job is compared with what its machine says about the job's token, and the machine's word wins. A machine that does
 * not answer keeps its job, and gets no command.
 */
@NullMarked
package org.millwright.factory.production.dispatch;

import org.jspecify.annotations.NullMarked;
