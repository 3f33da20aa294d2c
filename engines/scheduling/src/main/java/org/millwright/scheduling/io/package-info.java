/**
 * Classic shop instances (job shop, flexible job shop) as text files, and plans for them as JSON:
 * {@link org.millwright.scheduling.io.ShopScheduling} is the entry.
 */
@NullMarked
package org.millwright.scheduling.io;

import org.jspecify.annotations.NullMarked;
