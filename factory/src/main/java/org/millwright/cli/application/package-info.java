/** Commands that start the application: they need its data folder and its database. */
package org.millwright.cli.application;
