/** The command line: {@code ./millwright COMMAND}. Engine commands touch neither Spring nor the database. */
package org.millwright.cli;
