/** Webhooks in the API. */
@NullMarked
package org.millwright.factory.webhooks.api;

import org.jspecify.annotations.NullMarked;
