package org.segue.imports;

import org.segue.text.Phrase;
import org.segue.text.Sentence;

/** Why imports leave out rows that are good. */
public enum SkipPhrase implements Phrase {
    STILL_PLAYING("was still playing at export time"),
    NO_SONG("podcast, audiobook, or video"),
    PRIVATE("private session"),
    NOT_YOUTUBE_MUSIC("watched on YouTube, not on YouTube Music"),
    GONE("a song that YouTube Music no longer has, so its artist is unknown"),
    TAKEOUT_PAGE(
            "a page of Google Takeout: ask Takeout for the history as JSON, under “Multiple formats”, and import that"),
    UNPLAYED("a song of the library without a play"),
    UNDATED("a skip by a player without a clock"),
    FILM("film, episode, or book"),
    NO_SCROBBLE("not a scrobble"),
    EMPTY_LIST("a playlist without songs"),
    FEEDBACK_REMOVED("feedback that was removed later"),
    NO_PLAY("an event that isn’t a play"),
    EMPTY_ROW("an empty row"),
    SHORT("played for less than 30 seconds (kept as a skip)"),
    NO_HISTORY("not a listening history (file in the archive)"),
    UNKNOWN_SONG("feedback for an unknown song"),
    NOT_IN_SAMPLE("user not in the sample"),
    TOO_MANY_LISTS("over the limit of 1,000 playlists per listener"),
    HEADER_AGAIN("the header again"),
    STATION("radio station or video"),
    PHOTO("film, episode, or photo");

    private final String english;

    SkipPhrase(String english) {
        this.english = english;
    }

    @Override
    public String room() {
        return "skips";
    }

    @Override
    public String english() {
        return english;
    }

    /** The sentence of a reason, by its English text; any other text is one of an older Segue and stays as it is. */
    public static Sentence of(String english) {
        for (SkipPhrase phrase : values()) {
            if (phrase.english.equals(english)) {
                return phrase.with();
            }
        }
        return Sentence.plain(english);
    }
}
