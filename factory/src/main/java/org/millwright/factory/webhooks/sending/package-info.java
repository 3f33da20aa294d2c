/** Sends messages, again and again with growing pauses, until they arrive or are given up. */
@NullMarked
package org.millwright.factory.webhooks.sending;

import org.jspecify.annotations.NullMarked;
