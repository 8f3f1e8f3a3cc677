package org.segue.imports.formats;

import org.segue.text.Phrase;

/** Why a row cannot be used, in words that fit behind “line 7: ”. */
enum RowPhrase implements Phrase {
    AMAZON_ARTIST("no name for the artist %s: import Amazon’s library.csv together with this file"),
    APPLE_ARTIST(
            "no artist for %s: import Apple’s whole zip, or its “Apple Music Library Tracks.json.zip” together with this file"),
    SEVERAL_ARTISTS("no artist, and several artists have a song called %s"),
    DESCRIPTION("Track Description must be artist - title, but is %s"),
    MISSING_DATE_PLAYED("missing Date Played"),
    PLAY_COUNT("Play Count must be a number from 0 to %2$d, but is %1$s"),
    LONG_LIST("the playlist has more than %d songs"),
    TOO_LONG("%s is too long: %d characters (maximum %d)"),
    UNREADABLE("%s has unreadable characters"),
    PLAYS("%s must be a number above 0 and at most 1,000,000,000, but is %s"),
    RATING_RANGE("%s must be a number from -1,000,000,000 to 1,000,000,000, but is %s"),
    DATE("%s must be seconds since 1970 or a date like 2024-05-31 20:15:00, but is %s"),
    POSSIBLE("%s must be between October 2002 and now, but is %s"),
    MILLIS("%s must be milliseconds from 0 to 259,200,000, but is %s"),
    SECONDS("%s must be seconds from 0 to 259,200, but is %s"),
    NUMBER("%s must be a number, but is %s"),
    ID_AND_NAME("expected 2 columns (id, name), found 1"),
    HETREC("expected 3 columns (userID, artistID, weight), found %d"),
    UNDATED_FEEDBACK("loved or disliked, but without any date"),
    JELLYFIN("expected %2$d columns (date, user, item, type, name, method, client, device, seconds), found %1$d"),
    DATE_CREATED("DateCreated must be a date like 2024-05-31 20:15:00, but is %s"),
    ITEM_NAME("ItemName must be artist - title (album), but is %s"),
    NO_JSON_LINE("not a JSON object"),
    EVERYBODYS("the plays are everybody’s, not one listener’s"),
    MISSING_PLAYCOUNT("missing playcount"),
    LASTFM("expected 4 columns (artist, album, track, date), found %d"),
    LASTFM_MANY("expected 4 columns (user, artist ID, artist, plays), found %d"),
    FIVE("expected 5 columns, found %d"),
    COLUMNS("expected %2$d columns, found %1$d"),
    LASTFM_THOUSAND("expected 6 columns (user, time, artist ID, artist, recording ID, title), found %d"),
    UNTITLED_LIST("the playlist has no title"),
    RECORDING_ID("recording_mbid or recording_msid is required"),
    SCORE("score must be 1, -1, or 0"),
    MOVIELENS("expected 4 columns (user, film, rating, time), found %d"),
    RATING_NUMBER("rating must be a number, but is %s"),
    NO_NUMBER("%s isn’t a number"),
    SONG_GONE("its song is no longer in the library"),
    PLAYBACK_LINE("the line must be seconds:played:length:path"),
    PATH("the path must have folders for artist and album, then the song, but is %s"),
    SCROBBLER_LOG("expected 7 columns (artist, album, title, number, length, rating, time), found %d"),
    SCROBBLER_RATING("rating must be L or S"),
    SEGUE_KIND("\"segue\" must be \"skip\" or \"verdict\""),
    SEGUE_FEEDBACK("\"verdict\" must be \"love\", \"dislike\", or \"ban\""),
    UNTIL("until must be a time in seconds since 1970"),
    SPOTIFY("not a play: ts and ms_played are missing"),
    HEADER("expected the %2$d columns of the header (%3$s), found %1$d"),
    AT_ONCE("%s must be a whole number of at most %3$d plays at one time, but is %2$s"),
    TASTE_PROFILE("expected 3 columns (user, song, play count), found %d"),
    TASTE_PROFILE_TRACKS("expected 4 columns (track<SEP>song<SEP>artist<SEP>title), found %d"),
    MISSING("missing %s"),
    MISSING_TRACK("missing track"),
    MISSING_ARTIST("missing artist"),
    NOTHING("missing"),
    DATE_IN_ORDER("%s must be a date with %3$s, but is %2$s"),
    LONG_LINE("the line has more than %d characters"),
    NO_OBJECT("the entry is not an object"),
    TOO_MANY_VALUES("the entry has more than %d values"),
    UNCLOSED("missing closing quote");

    private final String english;

    RowPhrase(String english) {
        this.english = english;
    }

    @Override
    public String room() {
        return "rows";
    }

    @Override
    public String english() {
        return english;
    }
}
