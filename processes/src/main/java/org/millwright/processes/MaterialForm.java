package org.millwright.processes;

/** The form in which a material is stored and used up. */
public enum MaterialForm {
    /** Wire on a spool, counted in grams. */
    FILAMENT,
    /** Flat stock, counted in mm² of sheets and remnants of one thickness. */
    SHEET
}
