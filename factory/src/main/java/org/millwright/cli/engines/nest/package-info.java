/** Commands that lay parts out on sheets, strips and build plates, and check layouts. */
package org.millwright.cli.engines.nest;
