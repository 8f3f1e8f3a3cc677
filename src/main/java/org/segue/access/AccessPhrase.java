package org.segue.access;

import org.segue.text.Phrase;

/** What is said of access. */
enum AccessPhrase implements Phrase {
    TOO_MANY_TOKENS("The limit of %d tokens has been reached. Revoke one first.");

    private final String english;

    AccessPhrase(String english) {
        this.english = english;
    }

    @Override
    public String room() {
        return "access";
    }

    @Override
    public String english() {
        return english;
    }
}
