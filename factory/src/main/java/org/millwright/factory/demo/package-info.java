/**
 * A factory to try things on: its data, simulated people who do the tasks, a clock that skips waiting, and sample orders.
 * Everything goes through the same front doors as real work; what simulated people answer is recorded as simulated.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Demo")
package org.millwright.factory.demo;
