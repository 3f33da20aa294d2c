/**
 * What a new version of the timetable moved, by how much, what it costs and why: read from what was stored of that version.
 * The front door is {@link org.millwright.factory.planning.replan.Replans}.
 */
@NullMarked
package org.millwright.factory.planning.replan;

import org.jspecify.annotations.NullMarked;
