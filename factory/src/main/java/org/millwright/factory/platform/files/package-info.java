/** Files addressed by the SHA-256 of their content. */
@NullMarked
package org.millwright.factory.platform.files;

import org.jspecify.annotations.NullMarked;
