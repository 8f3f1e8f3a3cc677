package org.segue.web.imports;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of the page of imports. */
@MessageBundle(value = "imports", locale = "en")
interface ImportsMessages {

    @Message("Import listening history")
    String title();

    @Message(
            "Upload exports from Spotify, Last.fm, ListenBrainz and more, or a table. You see a preview first, and you can undo any import.")
    String lead();

    @Message("How to get your history")
    String how();

    @Message("Only the administrator can import listening history.")
    String notYours();

    @Message("Choose files or drop them here")
    String dropHere();

    @Message("Options")
    String moreOptions();

    @Message("Whose history is this?")
    String user();

    @Message("Only needed if the files don’t name a listener.")
    String userHint();

    @Message("Source name")
    String source();

    @Message("Says where the data comes from. IDs of different sources are kept apart.")
    String sourceHint();

    @Message("Day or month first in dates like 12/10/2017?")
    String dateOrder();

    @Message("Find out from the other dates")
    String dateOrderOfFile();

    @Message("Day first: 12 October")
    String dayFirst();

    @Message("Month first: December 10")
    String monthFirst();

    @Message("Time zone")
    String zone();

    @Message("For times without a zone, such as Europe/Berlin. UTC if empty.")
    String zoneHint();

    @Message("Choose whether the day or the month comes first.")
    String oddOrder();

    @Message("Enter a time zone such as Europe/Berlin or +02:00.")
    String oddZone();

    @Message("Text encoding")
    String encoding();

    @Message("For files that aren’t UTF-8, such as windows-1251 or Shift_JIS. windows-1252 if empty.")
    String encodingHint();

    @Message("Enter an encoding such as windows-1251 or Shift_JIS.")
    String oddEncoding();

    @Message("Preview import")
    String lookInside();

    @Message("Uploading…")
    String sending();

    @Message("Choose at least one file.")
    String chooseFiles();

    @Message("Supported formats")
    String formats();

    @Message("A table needs a header that names the songs: an ID, or a title and an artist.")
    String formatsHint();

    @Message("The upload is incomplete. Upload the files again.")
    String malformed();

    @Message("Segue can’t save the files. Its disk may be full or read-only. Try again later.")
    String unkept();

    @Message("These uploads have expired. Choose the files again.")
    String filesGone();

    @Message("Use up to 40 letters, digits, dots, hyphens or underscores for the source.")
    String oddSource();

    @Message("Remembered columns")
    String remembered();

    @Message("Segue reads tables with these columns the way you told it.")
    String rememberedHint();

    @Message("Forget")
    String forget();

    @Message("Importing…")
    String importing();

    @Message("The import failed")
    String importFailed();

    @Message("Try another file")
    String importAgain();

    @Message(
            "{#if plays == 1}1 play{#else}{format:count(plays)} plays{/if} for {names}{#if others > 0} and {format:count(others)} more{/if}")
    String playsFor(long plays, String names, int others);

    @Message("{#if plays == 1}1 play imported{#else}{format:count(plays)} plays imported{/if}")
    String playsAdded(long plays);

    @Message(
            "{#if songs == 1}1 song{#else}{format:count(songs)} songs{/if} for {names}{#if others > 0} and {format:count(others)} more{/if}")
    String countedFor(long songs, String names, int others);

    @Message("{#if songs == 1}1 song imported{#else}{format:count(songs)} songs imported{/if}")
    String countedAdded(long songs);

    @Message("These files contain nothing new")
    String nothingNew();

    @Message("{#if count == 1}1 play was{#else}{format:count(count)} plays were{/if} already here.")
    String knownBefore(long count);

    @Message("Train now")
    String trainNow();

    @Message("Train now ({minutes} min)")
    String trainNowFor(long minutes);

    @Message("Segue is learning from it now.")
    String learning();

    @Message("Segue is learning from it now. {#if minutes == 1}1 minute{#else}{minutes} minutes{/if} left.")
    String learningFor(long minutes);

    @Message("Segue has learned from it.")
    String learned();

    @Message("See recommendations")
    String seeRecommendations();

    @Message("Recommendations for {name}")
    String recommendationsFor(String name);

    @Message("Import more")
    String importMore();

    @Message("Import history")
    String importsSoFar();

    @Message("No imports yet. Choose a file above.")
    String noImports();

    @Message("import {id}")
    String number(int id);

    @Message("Import {id}")
    String numbered(int id);

    @Message("from {source}")
    String from(String source);

    @Message("Undo import {id}?")
    String undoTitle(int id);

    @Message("Undo this import")
    String undoNow();

    @Message(
            "Remove the demo data? Its made-up listeners go, with their feedback and playlists. Segue then trains on what is left.")
    String undoDemoSure();

    @Message("Undo import {id}? Everything that only this import added will be removed.")
    String undoSure(int id);

    /** Where a job stands, by its word in the API. */
    @Message("{#switch word}"
            + "{#case 'queued'}Waiting"
            + "{#case 'running'}Running"
            + "{#case 'completed'}Completed"
            + "{#case 'failed'}Failed"
            + "{#case 'cancelled'}Canceled"
            + "{#case 'undone'}Undone"
            + "{#case}{word}"
            + "{/switch}")
    String status(String word);

    @Message("{format:count(count)} rows/s")
    String rowsPerSecond(long count);

    @Message(
            "{#if count == 1}1 new song with plays or a rating{#else}{format:count(count)} new songs with plays or ratings{/if}")
    String interactionsAdded(long count);

    @Message("{#if count == 1}1 new play{#else}{format:count(count)} new plays{/if}")
    String listensAdded(long count);

    @Message("{#if count == 1}1 duplicate{#else}{format:count(count)} duplicates{/if}")
    String duplicates(long count);

    @Message("{#if count == 1}1 row{#else}{format:count(count)} rows{/if} couldn’t be imported")
    String badRows(long count);

    @Message("Skipped")
    String skippedRows();

    @Message("line {number}")
    String line(long number);
}
