/** The public address of a passport: page, signed document and label. */
@NullMarked
package org.millwright.factory.passport.web;

import org.jspecify.annotations.NullMarked;
