package org.millwright.factory.ordering;

/** Everything of an order that could be cancelled was. */
public record OrderCancelled(OrderId order) {}
