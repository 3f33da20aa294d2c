package org.millwright.factory.inventory.material;

import org.millwright.processes.MaterialForm;

/** What a material's price is for. */
public enum PriceBasis {
    PER_KG,
    PER_M2;

    /** The basis that suppliers of this form use. */
    public static PriceBasis of(MaterialForm form) {
        return form == MaterialForm.FILAMENT ? PER_KG : PER_M2;
    }
}
