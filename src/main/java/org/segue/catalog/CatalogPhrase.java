package org.segue.catalog;

import org.segue.text.Phrase;

/** What is said of names. */
enum CatalogPhrase implements Phrase {
    AMBIGUOUS("“%s” may be %s. Use an ID to say who you mean."),
    OR("%s or %s"),
    CALLED("%s (%s)");

    private final String english;

    CatalogPhrase(String english) {
        this.english = english;
    }

    @Override
    public String room() {
        return "catalog";
    }

    @Override
    public String english() {
        return english;
    }
}
