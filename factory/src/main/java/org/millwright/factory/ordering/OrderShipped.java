package org.millwright.factory.ordering;

/** An order left the factory. */
public record OrderShipped(OrderId order) {}
