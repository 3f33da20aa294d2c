/** Plans that are tried and compared before anything is changed, and why a plan is as it is. */
@NullMarked
package org.millwright.factory.planning.trial;

import org.jspecify.annotations.NullMarked;
