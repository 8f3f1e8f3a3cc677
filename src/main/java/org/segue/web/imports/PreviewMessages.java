package org.segue.web.imports;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of what is asked and shown before files are imported. */
@MessageBundle(value = "preview", locale = "en")
interface PreviewMessages {

    @Message("Is {named} the listener {name}?")
    String isListener(String named, String name);

    @Message("Who is {named}?")
    String whoIs(String named);

    @Message("Who are the listeners in these files?")
    String whoAre();

    @Message("A new listener")
    String somebodyNew();

    @Message("Name of the listener")
    String newName();

    @Message("{name}, as before")
    String asBefore(String name);

    @Message("A new listener called {named}")
    String newListener(String named);

    @Message("All plays go to {name}.")
    String allFor(String name);

    @Message("All plays go to a new listener, {name}.")
    String allForNew(String name);

    @Message("All plays go to {name}. These files say {named}.")
    String knownAs(String named, String name);

    @Message("Yes, import for {name}")
    String isSame(String name);

    @Message("No, {named} is a new listener")
    String isOther(String named);

    @Message("{problem} Choose one below, then read the files again.")
    String undecided(String problem);

    /** Loves, dislikes and bans that files hold. */
    @Message("{format:count(count)} × feedback")
    String verdicts(long count);

    @Message("Import preview")
    String previewTitle();

    @Message("Segue needs your help with this file")
    String unreadTitle();

    @Message(
            "{file} looks like a table, but Segue doesn’t know its columns. Choose the columns with the artist and the title.")
    String unknownColumns(String file);

    @Message("Wrong columns or dates?")
    String wrongColumns();

    @Message("Wrong dates or characters?")
    String wrongReading();

    @Message("Read again")
    String readAgain();

    @Message("Columns of the table")
    String columns();

    @Message("Column")
    String column();

    @Message("Examples")
    String examples();

    @Message("Contains")
    String meaning();

    @Message("Column {number} (no name)")
    String unnamedColumn(int number);

    @Message("{#if count == 1}1 more column is{#else}{format:count(count)} more columns are{/if} read by name.")
    String moreColumns(int count);

    /** What a column holds, by the word of requests. */
    @Message("{#switch word}"
            + "{#case 'listener'}Listener"
            + "{#case 'song'}Song ID"
            + "{#case 'artist'}Artist"
            + "{#case 'title'}Title"
            + "{#case 'album'}Album"
            + "{#case 'time'}Date and time"
            + "{#case 'clock'}Time of day"
            + "{#case 'ended'}End of the play"
            + "{#case 'plays'}Number of plays"
            + "{#case 'rating'}Rating"
            + "{#case 'duration'}Length of the song"
            + "{#case 'playedMs'}Time listened, in milliseconds"
            + "{#case 'playedSeconds'}Time listened, in seconds"
            + "{#case 'mbid'}MusicBrainz recording ID"
            + "{#case 'isrc'}ISRC"
            + "{#case 'event'}Event: only plays count"
            + "{#case}Ignore this column"
            + "{/switch}")
    String means(String word);

    /** Songs with plays already counted, or with ratings. */
    @Message(
            "{#if count == 1}1 song with plays or a rating{#else}{format:count(count)} songs with plays or ratings{/if}")
    String counted(long count);

    @Message("{#if count == 1}Import 1 play{#else}Import {format:count(count)} plays{/if}")
    String importPlays(long count);

    @Message("{#if count == 1}Import 1 row{#else}Import {format:count(count)} rows{/if}")
    String importRows(long count);

    @Message("These files contain nothing to import.")
    String nothingToImport();

    @Message("First rows")
    String previewRows();

    @Message("Artist")
    String artist();

    @Message("Title")
    String songTitle();

    @Message("Date or play count")
    String whenOrPlays();

    @Message("{#if count == 1}1 skip{#else}{format:count(count)} skips{/if}")
    String skips(long count);

    @Message("{#if count == 1}1 playlist{#else}{format:count(count)} playlists{/if}")
    String lists(long count);
}
