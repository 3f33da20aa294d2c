/** What waits for somebody, and what waiting costs. */
@NullMarked
package org.millwright.factory.insight.needs;

import org.jspecify.annotations.NullMarked;
