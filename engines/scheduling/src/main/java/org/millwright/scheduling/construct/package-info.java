/**
 * Serial schedule generation on flat arrays: operations are taken in the order of a dispatch rule and each is put into
 * the earliest gap in which its machine and its people are free.
 */
@NullMarked
package org.millwright.scheduling.construct;

import org.jspecify.annotations.NullMarked;
