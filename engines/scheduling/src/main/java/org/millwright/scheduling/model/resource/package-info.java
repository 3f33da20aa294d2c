/** Who and what can work, and when: machines and people with calendars, changeovers and prices of energy. */
@NullMarked
package org.millwright.scheduling.model.resource;

import org.jspecify.annotations.NullMarked;
