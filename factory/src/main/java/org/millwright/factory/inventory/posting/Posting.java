package org.millwright.factory.inventory.posting;

import org.millwright.factory.inventory.LotId;

/**
 * One line of a movement.
 *
 * @param quantity mg or mm² that come to the account; negative when they leave it
 */
public record Posting(LotId lot, Account account, long quantity) {}
