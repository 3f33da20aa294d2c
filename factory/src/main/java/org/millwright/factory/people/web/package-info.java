/** Pages to sign in, to use an invitation, about oneself, and about all accounts. */
@NullMarked
package org.millwright.factory.people.web;

import org.jspecify.annotations.NullMarked;
