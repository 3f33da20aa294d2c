/** The page about webhooks. */
@NullMarked
package org.millwright.factory.webhooks.web;

import org.jspecify.annotations.NullMarked;
