package org.chancery.client;

/** What helps against a refusal. */
public enum Remedy {
    CHECK_SECRET("check-secret"),
    OPEN_PORTAL("open-portal"),
    RELEASE_OR_BUY("release-or-buy"),
    REACTIVATE("reactivate"),
    RESTART("restart"),
    RENEW_OR_DOWNGRADE("renew-or-downgrade"),
    RELEASE_THERE("release-there"),
    USE_FILE("use-file"),
    /** For a code that this client does not know. */
    ASK_THE_VENDOR("ask-the-vendor");

    private final String word;

    Remedy(String word) {
        this.word = word;
    }

    /** As the server writes it. */
    public String word() {
        return word;
    }
}
