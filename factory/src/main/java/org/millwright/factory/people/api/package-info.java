/** Accounts in the API. */
@NullMarked
package org.millwright.factory.people.api;

import org.jspecify.annotations.NullMarked;
