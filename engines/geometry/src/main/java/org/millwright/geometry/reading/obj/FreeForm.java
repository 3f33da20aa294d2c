package org.millwright.geometry.reading.obj;

import java.util.Set;

/** Keywords of curves, surfaces and other statements that are known but describe no faces. */
final class FreeForm {
    static final Set<String> KEYWORDS = Set.of(
            "p", "l", "curv", "curv2", "surf", "parm", "trim", "hole", "scrv", "sp", "end", "con", "deg", "bmat",
            "step", "cstype", "call", "csh", "ctech", "stech", "bsp", "bzp", "cdc", "cdp", "res");

    private FreeForm() {}
}
