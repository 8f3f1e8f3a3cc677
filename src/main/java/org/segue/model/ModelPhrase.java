package org.segue.model;

import org.segue.text.Phrase;

/** What is said of models. */
enum ModelPhrase implements Phrase {
    POPULARITY("popularity"),
    ITEM_COSINE("item cosine"),
    SESSION_COSINE("item cosine with sessions"),
    REPLICA("It is the model of this replica."),
    OUTRANKED("On held-out songs %s ranks better than this model. More plays or another training may help.");

    private final String english;

    ModelPhrase(String english) {
        this.english = english;
    }

    @Override
    public String room() {
        return "model";
    }

    @Override
    public String english() {
        return english;
    }
}
