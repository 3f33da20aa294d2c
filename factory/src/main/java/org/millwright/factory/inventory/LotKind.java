package org.millwright.factory.inventory;

/** The form a lot lies on the shelf in. */
public enum LotKind {
    SPOOL,
    /** One or more equal whole sheets. */
    SHEET,
    /** What was left of a sheet: one rectangle, or a piece with an outline of its own. */
    REMNANT
}
