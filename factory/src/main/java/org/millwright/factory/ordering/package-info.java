/** Orders, and what each of their lines still owes. Front door: {@link org.millwright.factory.ordering.Orders}. */
@org.springframework.modulith.ApplicationModule(displayName = "Ordering")
package org.millwright.factory.ordering;
