/** PostgreSQL: the embedded server or an external one, and the migrations of every module. */
@NullMarked
package org.millwright.factory.platform.database;

import org.jspecify.annotations.NullMarked;
