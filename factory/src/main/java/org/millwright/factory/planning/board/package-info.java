/**
 * What a planner does on the board: pins bars to a machine and a time, asks what a move would cost, tries a copy of the plan
 * and adopts it, and asks why a bar stands where it does. The front door is
 * {@link org.millwright.factory.planning.board.Plans}.
 */
@NamedInterface("board")
@NullMarked
package org.millwright.factory.planning.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
