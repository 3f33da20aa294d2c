/** Figures for those who watch over the installation: metrics for Prometheus, and health. */
@NullMarked
package org.millwright.factory.platform.metrics;

import org.jspecify.annotations.NullMarked;
