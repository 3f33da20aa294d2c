/** The page a person sees who scans the code. */
@NullMarked
package org.millwright.factory.passport.page;

import org.jspecify.annotations.NullMarked;
