/**
 * How machines are driven and watched: one package per protocol behind {@link org.millwright.machines.MachineDriver}, and
 * virtual machines that execute real programs. State words are those of MTConnect and OPC UA ISA-95 Job Control.
 */
package org.millwright.machines;
