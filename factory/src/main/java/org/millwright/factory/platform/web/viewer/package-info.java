/** Who looks at a page, in which factory and language. */
@NullMarked
package org.millwright.factory.platform.web.viewer;

import org.jspecify.annotations.NullMarked;
