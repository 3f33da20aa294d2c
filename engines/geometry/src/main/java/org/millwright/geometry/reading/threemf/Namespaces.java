package org.millwright.geometry.reading.threemf;

import java.util.Set;

/** Names of the 3MF core and its extensions. */
final class Namespaces {
    static final String CORE = "http://schemas.microsoft.com/3dmanufacturing/core/2015/02";
    static final String PRODUCTION = "http://schemas.microsoft.com/3dmanufacturing/production/2015/06";
    static final String MATERIALS = "http://schemas.microsoft.com/3dmanufacturing/material/2015/02";
    static final String BEAMS = "http://schemas.microsoft.com/3dmanufacturing/beamlattice/2017/02";
    static final String SLICES = "http://schemas.microsoft.com/3dmanufacturing/slice/2015/07";
    static final String COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    /**
     * A package may require these: production spreads objects over parts, materials leave the shape as it is, beams and
     * slices are told as findings.
     */
    static final Set<String> UNDERSTOOD = Set.of(CORE, PRODUCTION, MATERIALS, BEAMS, SLICES);

    private Namespaces() {}
}
