/** Signing in: browsers that are signed in, and waiting times after wrong passwords. */
@NullMarked
package org.millwright.factory.people.signin;

import org.jspecify.annotations.NullMarked;
