package org.millwright.factory.ordering;

/** Every unit that an order owed is packed and has its passport. */
public record OrderCompleted(OrderId order) {}
