/** Measures the running program as its users meet it; results go to {@code docs/benchmarks.md}. */
package org.millwright.bench;
