/** Links by which the owner lets somebody make an account. */
@NullMarked
package org.millwright.factory.people.invitation;

import org.jspecify.annotations.NullMarked;
