package org.segue.ranking;

import org.segue.text.Phrase;

/** What is said of recommendations, as of songs and listeners that are not known. */
enum RankingPhrase implements Phrase {
    NO_MODEL("No model has been trained yet, so these are the most popular songs."),
    NO_MODEL_YET("No model has been trained yet."),
    NONE_LEFT("No songs are left to recommend."),
    DEMO_LEFT(
            "Songs of the demo are made up, and only its listeners get them. Real songs come once there are others to learn from."),
    USERS_NOT_IN_MODEL("The model has no data for these users, so these are the most popular songs."),
    SILENT("None of the songs of %s are in the model yet, so this list is for the other listeners only."),
    NO_DATA("No data for this user, so these are the most popular songs."),
    NOT_IN_MODEL(
            "None of this user’s songs are in the model yet, so these are the most popular songs. Train a model to include them."),
    UNKNOWN_USERS("Unknown users were ignored: %s."),
    NO_TIME("The active model predicts ratings, so time makes no difference: all plays count the same."),
    NO_LIBRARY("No music library is connected, so owned songs and others count the same."),
    UNKNOWN_SONGS("Unknown songs in %s were ignored: %s."),
    UNTRAINED_SONGS("These songs in %s are not in the model yet: %s."),
    END_OF_RADIO("No songs are left that this radio has not played. It ends here."),
    HEARD_ALL("No songs are left that are new. Songs that were played before follow."),
    NOBODY_ELSE(
            "There is nobody else to learn from yet. To get new songs, add background data or another listener at /start."),
    TOO_LITTLE(
            "Not enough data yet: other listeners have played %d of these songs, and at least %d are needed. These are songs by artists you play, then popular ones."),
    SONG_NOT_IN_MODEL("This song is not in the model yet. Train a model to include it."),
    ARTIST_NOT_IN_MODEL("This artist is not in the model yet. Train a model to include them.");

    private final String english;

    RankingPhrase(String english) {
        this.english = english;
    }

    @Override
    public String room() {
        return "ranking";
    }

    @Override
    public String english() {
        return english;
    }
}
