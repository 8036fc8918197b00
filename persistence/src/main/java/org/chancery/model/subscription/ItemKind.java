package org.chancery.model.subscription;

/** What a subscription item stands for. */
public enum ItemKind {
    PLAN("plan"),
    ADD_ON("add_on");

    private final String word;

    ItemKind(String word) {
        this.word = word;
    }

    /** The word of the public contract. */
    public String word() {
        return word;
    }
}
