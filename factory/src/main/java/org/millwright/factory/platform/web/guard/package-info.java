/** What every answer and request must keep to: known hosts, own pages, headers that let nothing foreign in. */
@NullMarked
package org.millwright.factory.platform.web.guard;

import org.jspecify.annotations.NullMarked;
