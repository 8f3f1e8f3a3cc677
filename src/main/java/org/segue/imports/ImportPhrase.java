package org.segue.imports;

import org.segue.text.Phrase;

/** What is said of imports. */
public enum ImportPhrase implements Phrase {
    DAMAGED_ZIP("%s looks like a zip file but is damaged: %s"),
    DAMAGED_TAR("%s looks like a tar file but is damaged: %s"),
    DAMAGED_GZIP("%s looks like a gzip file but is damaged: %s"),
    TOO_MANY_FILES("%s has more than %d files. Unpack it and upload only the listening history."),
    NESTED("%s is nested too deeply. Unpack it first."),
    TOO_MANY_COLUMNS("columns can have at most %2$d values, but has %1$d."),
    ODD_COLUMN(
            "columns must be a meaning, a colon, and the name of a column, such as artist:Interpret, but is “%s”. Meanings: %s."),
    COLUMN_TWICE("The column “%s” is used twice. Choose once what it holds."),
    COLUMN_NUMBER_TWICE("Column %d, “%s”, is used twice. Choose once what it holds."),
    NO_HISTORY("%s contains no listening history that Segue recognizes."),
    COLUMNS_MISSING("No table in these files has all of these columns: %s."),
    SEVERAL_FORMATS("%s has the format %s, another file has %s. Import them separately."),
    NOT_ARRIVED("Segue stopped before the upload finished. Import the files again."),
    NO_PLAYS("The %s files contain no plays.%s"),
    NO_GOOD_ROW("None of the %d rows could be imported. First problem: line %d of %s: %s."),
    SEVERAL_LISTENERS("The files name several listeners, including “%s” and “%s”. Leave the listener empty."),
    NO_SONG_COLUMN("%s has no song column. Name it one of: %s, or include both title and artist."),
    NO_USER_COLUMN("%s has no user column. Name it one of: %s, or name the user in the request."),
    NO_COLUMN("%s has no column %s."),
    NO_SONGS("%s has no song column."),
    BOTH_ORDERS(
            "%s: the column “%s” has dates with the day first, such as %s, and with the month first, such as %s. Choose how to read %s with dateOrder=dmy or dateOrder=mdy."),
    NO_ORDER(
            "%s: the dates in the column “%s”, such as %s, don’t show whether the day or the month comes first. Choose with dateOrder=dmy or dateOrder=mdy."),
    OPEN_QUOTE("%s can’t be read to its end. Is a closing quote missing? (%s)"),
    WHOSE("%s doesn’t name a user. Enter whose history it is (API: user=…)."),
    UNREADABLE("%s can’t be read: %s"),
    JELLYFIN_COLUMNS(
            "%s has a table PlaybackActivity without the columns DateCreated, UserId, ItemType, ItemName, and PlayDuration."),
    CUT_OFF("%s is incomplete: it ends after entry %d."),
    NO_JSON("%s isn’t valid JSON after entry %d (line %d, column %d)."),
    NO_XML("%s isn’t valid XML after track %d (line %d)."),
    NO_ITUNES("%s isn’t an iTunes library: it has an element “%s”."),
    HEADER_WITHOUT_USER("The user name could not be read from the header of %s: %s."),
    DAMAGED_SPREADSHEET("%s is a damaged spreadsheet. Open it, save it again, and import that."),
    TOO_MANY_PARTS("%s has more than %d parts."),
    LARGE_SPREADSHEET("%s is larger than %d MB unpacked. Save the history as CSV and import that."),
    LARGE("%s is larger than %d MB unpacked. Upload it on its own instead of in an archive."),
    SKIPPED(" Skipped: %,d × %s."),
    AND("%s%s"),
    CUT_OFF_SOMEWHERE("A file is incomplete: it is cut off."),
    NOT_TO_ITS_END("A file can’t be read to its end: %s"),
    INTERRUPTED("Segue stopped during this import. Nothing of it was kept. Import the files again."),
    NOT_STORED("The files could not be stored: %s"),
    EXPIRED("The uploaded files have expired. Upload them again."),
    BOTH_CHOSEN("Both “%s” and “%s” are chosen as %s. Choose one of them."),
    PLAYS_AND_RATING("“%s” is chosen as plays and “%s” as %s. Choose one of them."),
    NESTED_JSON("%s can’t be read after entry %d: something there is nested too deeply or too long."),
    EMPTY_FILE("%s is empty."),
    UNKNOWN_FORMAT(
            "Segue doesn’t recognize the format of %s.\nIt starts: %s\nSupported: %s, or a table whose header names a song column (%s, or title and artist) and, unless the request names the user, a user column (%s)."),
    UNKNOWN_COLUMNS(
            "%s looks like a table, but its song column is unknown. Its columns: %s. Choose which hold artist and title, or song IDs."),
    NOT_SAVED("The import could not be saved, and nothing of it was kept: %s"),
    NAMES_A_LISTENER("The files name a listener of their own. All rows count for the chosen listener."),
    ONLY_ARTIST_NAMES("%s: only the names of its artists are used."),
    APPLE_ARTISTS("%s: only its artists are used; the plays are in Apple Music Play Activity."),
    APPLE_HOURS("%s has only the hour of a play. Import “Apple Music Play Activity.csv” for the exact time."),
    ONLY_ARTISTS("%s: only its artists are used; the plays are in another file."),
    LIKED_SONGS("%s contains the songs you like on Spotify. They are imported as loved songs, not as plays."),
    UNDATED_COUNTS("%s counts the plays of each song, without dates. Star ratings and playlists are not imported."),
    LISTENERS_BY_NUMBER("%s identifies its listeners by number, not by name."),
    SERVER_CLOCK(
            "%s: its times are in the time zone of the server. They are read as %s unless you choose another zone."),
    ARTISTS_AS_SONGS("%s has artists and no songs, so artists are imported as songs."),
    RATINGS("%s: the column “%s” has ratings, not plays. They only count for models that predict ratings."),
    NOTHING_USED("%s has no ratings and no titles. Nothing of it is used."),
    WAL_MISSING(
            "%s keeps its newest rows in “%s-wal” beside it. If Navidrome was running when you copied it, the latest plays are missing. Stop it and copy the file again."),
    STARS_LEFT_OUT("%s: ratings of one to five stars and playlists are not imported."),
    PATHS("%s has file names, not songs. Artist, album, and title are taken from the paths; the time zone is %s."),
    REMEMBERED("%s: its columns are read as last time."),
    UNUSED_COLUMNS("%s: unused columns: %s."),
    NO_DURATION("%s doesn’t say how long a song was played, so each song counts as a play."),
    NO_ZONE(
            "%s: the times in the column “%s”, such as %s, have no time zone. They are read as UTC unless you choose another."),
    DATES_READ("%s: the dates in the column “%s”, such as %4$s, are read with %3$s."),
    DAY_FIRST("the day first"),
    MONTH_FIRST("the month first"),
    PLAYLIST_SONGS("%s is a playlist. It is imported as the playlist “%s”, and its songs don’t count as plays."),
    ENCODING("%s is not UTF-8: it is read as %s."),
    ENCODING_GUESSED(
            "%s is not UTF-8: it is read as %s. If names look wrong, choose its encoding, such as windows-1251."),
    TOO_LARGE_TO_COPY("%s is larger than %d MB unpacked. Larger databases and spreadsheets can’t be read."),
    REREAD(
            "Plays of earlier imports were read again: %d start at another time, %d are plays instead of skips, %d are skips instead of plays."),
    TAKEN("%d of %d listeners were imported: %d have %d to %d different songs and fewer than %d plays on any day."),
    IN_DOUBT(
            "Plays that depend on the length of their song, which only the import looks up: %d. Those that end in its first half become skips."),
    DEMO_STAYS("The demo is still here. Its songs are only recommended to its fictional listeners.");

    private final String english;

    ImportPhrase(String english) {
        this.english = english;
    }

    @Override
    public String room() {
        return "imports";
    }

    @Override
    public String english() {
        return english;
    }
}
