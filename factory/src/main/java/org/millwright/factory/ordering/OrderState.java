package org.millwright.factory.ordering;

/** Where an order is in its life. */
public enum OrderState {
    /** Owes units. */
    ACCEPTED,
    /** Owes nothing: all units packed, each with its passport. */
    COMPLETE,
    /** Left the factory. */
    SHIPPED,
    /** Ended before anything was made. */
    CANCELLED
}
