/** Slicing by programs that are installed beside ours and run as processes of their own. */
package org.millwright.processes.printing.external;
