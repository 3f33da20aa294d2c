/** Pages of a busy factory: their cost on the server, their weight, how fast they show, how late changes arrive. */
package org.millwright.bench.pages;
