/** Statistical process control: charts of individual values, their rules, and capability. */
@NullMarked
package org.millwright.factory.quality.control;

import org.jspecify.annotations.NullMarked;
