/**
 * The shop floor: jobs on machines, tasks of people, the permits both need before they start, and what really happened.
 * {@link org.millwright.factory.production.Jobs} is the front door. What is to be done next is decided by a pure function
 * ({@code dispatch.Dispatcher}) from what was observed; every command to a machine is preceded by a stored intent and
 * fenced by a token, so that a crash at any point neither loses a job nor runs it twice.
 */
@ApplicationModule(displayName = "Production")
@NullMarked
package org.millwright.factory.production;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
