package org.segue.backgrounds;

import org.segue.text.Phrase;

/** What is said of background data. */
enum BackgroundPhrase implements Phrase {
    NO_ROOM(
            "Not enough disk space: downloading %s temporarily needs %s, but only %s are free. Free some space or use fewer dumps."),
    IMPORT_GONE("Its import no longer exists."),
    SONG_MODEL_GONE("Segue stopped before this song model was read. Nothing of it was kept. Send it again."),
    INTERRUPTED(
            "Segue stopped while this background data was being downloaded. Nothing of it was kept. Start it again.");

    private final String english;

    BackgroundPhrase(String english) {
        this.english = english;
    }

    @Override
    public String room() {
        return "backgrounds";
    }

    @Override
    public String english() {
        return english;
    }
}
