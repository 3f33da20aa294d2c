/** What separation arranges: figures of parts, bins side by side in one plane, obstacles, and what parts owe. */
@NullMarked
package org.millwright.nesting.scene;

import org.jspecify.annotations.NullMarked;
