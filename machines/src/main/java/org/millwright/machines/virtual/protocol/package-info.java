/**
 * A virtual machine behind a TCP port, in this process or one of its own, and the driver that reaches it under
 * {@code virtual+tcp://127.0.0.1:PORT}. The protocol is written down in {@code machines/PROTOCOL.md}.
 */
@org.jspecify.annotations.NullMarked
package org.millwright.machines.virtual.protocol;
