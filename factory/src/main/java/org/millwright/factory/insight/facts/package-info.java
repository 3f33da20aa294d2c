/** What happened, as figures are counted from it. */
@NullMarked
package org.millwright.factory.insight.facts;

import org.jspecify.annotations.NullMarked;
