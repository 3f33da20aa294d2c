/**
 * How one way of making things turns a design into work. Each process is a package of its own that answers the five
 * questions of {@link org.millwright.processes.ManufacturingProcess}; nothing outside its package knows more about it.
 */
package org.millwright.processes;
