package org.millwright.factory.quality;

/** What is done with a nonconforming unit. */
public enum Disposition {
    /** It is released although it deviates. */
    USE_AS_IS,
    /** It is worked over and inspected again. */
    REWORK,
    /** It is lost; the order owes another one. */
    SCRAP
}
