/** Hears what happened and notes whom to tell. */
@NullMarked
package org.millwright.factory.webhooks.listening;

import org.jspecify.annotations.NullMarked;
