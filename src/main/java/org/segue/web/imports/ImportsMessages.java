package org.segue.web.imports;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of the page of imports. */
@MessageBundle(value = "imports", locale = "en")
interface ImportsMessages {

    @Message("Import a history")
    String title();

    @Message(
            "Files from Spotify, Last.fm, ListenBrainz and others, or a table. You see what is in them first, and can undo any import.")
    String lead();

    @Message("How to get your history")
    String how();

    @Message("Only the administrator can import.")
    String notYours();

    @Message("Choose files, or drop them here")
    String dropHere();

    @Message("Options")
    String moreOptions();

    @Message("Whose history is this?")
    String user();

    @Message("Leave it empty if the files say so.")
    String userHint();

    @Message("Where are they from?")
    String source();

    @Message("A name for the source; its ids stay apart from others'.")
    String sourceHint();

    @Message("Which comes first in dates like 12/10/2017?")
    String dateOrder();

    @Message("What other dates of the file show")
    String dateOrderOfFile();

    @Message("The day: 12 October")
    String dayFirst();

    @Message("The month: December 10")
    String monthFirst();

    @Message("Zone of times that have none")
    String zone();

    @Message("Europe/Berlin, for instance. Left empty, such times are UTC.")
    String zoneHint();

    @Message("The day or the month comes first: choose one of the two, or leave it open.")
    String oddOrder();

    @Message("There is no such zone. Zones are called like Europe/Berlin or +02:00.")
    String oddZone();

    @Message("Encoding of files that are not UTF-8")
    String encoding();

    @Message("windows-1251 or Shift_JIS, for instance. Left empty, they are read as windows-1252.")
    String encodingHint();

    @Message("There is no such encoding. Encodings are called like windows-1251 or Shift_JIS.")
    String oddEncoding();

    @Message("Preview")
    String lookInside();

    @Message("Sending")
    String sending();

    @Message("Choose at least one file.")
    String chooseFiles();

    @Message("Formats that Segue reads")
    String formats();

    @Message("A table needs a header with columns for the songs: an id, or title and artist.")
    String formatsHint();

    @Message("The files didn't arrive whole. Send them again.")
    String malformed();

    @Message("Segue can't keep the files: its disk may be full or read-only. Send them again later.")
    String unkept();

    @Message("These files aren’t kept any more. Choose them again.")
    String filesGone();

    @Message("A source is at most 40 letters, digits, dots, hyphens or underscores.")
    String oddSource();

    @Message("Remembered columns")
    String remembered();

    @Message("Tables with these columns are read as you said.")
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

    @Message("Nothing new in these files")
    String nothingNew();

    @Message("{#if count == 1}1 play was{#else}{format:count(count)} plays were{/if} here already.")
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

    @Message("Imports so far")
    String importsSoFar();

    @Message("Nothing is imported yet. Choose a file above.")
    String noImports();

    @Message("import {id}")
    String number(int id);

    @Message("Import {id}")
    String numbered(int id);

    @Message("from {source}")
    String from(String source);

    @Message("Undo import {id}? Segue takes out what only this import brought.")
    String undoSure(int id);

    @Message("{format:count(count)} rows a second")
    String rowsPerSecond(long count);

    @Message(
            "{#if count == 1}1 new song with plays or a rating{#else}{format:count(count)} new songs with plays or ratings{/if}")
    String interactionsAdded(long count);

    @Message("{#if count == 1}1 new play{#else}{format:count(count)} new plays{/if}")
    String listensAdded(long count);

    @Message("{format:count(count)} known before")
    String duplicates(long count);

    @Message("{#if count == 1}1 row{#else}{format:count(count)} rows{/if} could not be used")
    String badRows(long count);

    @Message("Rows left out")
    String skippedRows();

    @Message("line {number}")
    String line(long number);
}
