/** The printable label with its QR code. */
@NullMarked
package org.millwright.factory.passport.label;

import org.jspecify.annotations.NullMarked;
