/**
 * Jobs on machines. {@code RunControl} speaks to machines: the intent is stored before each call, the machine's answer is
 * believed only once it is observed. {@code RunRecords} books what was observed: job, planned operation, material and
 * journal change in one transaction.
 */
@NullMarked
package org.millwright.factory.production.run;

import org.jspecify.annotations.NullMarked;
