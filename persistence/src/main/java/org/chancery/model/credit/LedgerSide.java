package org.chancery.model.credit;

/** The two books that every journal writes into, so that its entries sum to zero. */
public enum LedgerSide {
    /** What the vendor owes the account; its sum is the account's credit. */
    ACCOUNT,
    /** The vendor's side of the same movement. */
    VENDOR
}
