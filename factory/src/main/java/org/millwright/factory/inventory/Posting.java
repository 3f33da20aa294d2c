package org.millwright.factory.inventory;

/**
 * One line of a movement.
 *
 * @param quantity mg or mm² that come to the account; negative when they leave it
 */
record Posting(LotId lot, Account account, long quantity) {}
