/** Commands that need an engine and nothing else: no Spring, no database, no clock. */
package org.millwright.cli.engines;
