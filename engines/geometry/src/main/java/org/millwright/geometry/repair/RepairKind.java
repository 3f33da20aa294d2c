package org.millwright.geometry.repair;

import java.util.Locale;

/** The kinds of change that a repair makes, in the order in which they are tried. */
public enum RepairKind {
    /** Faces without area that hold nothing together were taken out. */
    REMOVE_DEGENERATE,
    /** Points that should be one, and left a crack between faces, were joined in their mean. */
    JOIN_CRACKS,
    /** Faces over the same three points were thinned to one, or to none where they cancel out. */
    REMOVE_DUPLICATES,
    /** Faces were split where a point of a neighbour lies on their edge. */
    SPLIT_T_JUNCTIONS,
    /** Faces were turned so that neighbours agree which side is outside. */
    TURN_FACES,
    /** Holes were closed with new faces. */
    FILL_HOLES,
    /** Whole surfaces were turned: outer ones look outwards, cavities inwards. */
    TURN_SHELLS,
    /** Bodies were moved by a few millionths of the whole, where many of their faces shared a plane but for rounding. */
    MOVE_BODIES,
    /** Overlapping bodies were united to one. */
    UNITE_BODIES;

    /** The name in files and texts, for instance {@code fill-holes}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
