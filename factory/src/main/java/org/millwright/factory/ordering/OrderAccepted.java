package org.millwright.factory.ordering;

/** A quote became an order. */
public record OrderAccepted(OrderId order) {}
