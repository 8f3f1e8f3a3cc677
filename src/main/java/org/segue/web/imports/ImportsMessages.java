package org.segue.web.imports;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of the page of imports. */
@MessageBundle(value = "imports", locale = "en")
interface ImportsMessages {

    @Message("Bring listens in")
    String title();

    @Message("Tables of plays and histories, as other programs write them. Everything can be taken back.")
    String lead();

    @Message("Importing is the administrator's.")
    String notYours();

    @Message("Choose files, or drop them here")
    String dropHere();

    @Message("More")
    String moreOptions();

    @Message("Whose listens are they?")
    String user();

    @Message("Leave it empty if the files say so.")
    String userHint();

    @Message("Is this the listener {name}?")
    String question(String name);

    @Message("The files name {named}.")
    String named(String named);

    @Message("Yes, import for {name}")
    String isSame(String name);

    @Message("No, keep {named} apart")
    String isOther(String named);

    @Message("Where are they from?")
    String source();

    @Message("A name for the source; its ids stay apart from others'.")
    String sourceHint();

    @Message("Which comes first in dates like 12/10/2017?")
    String dateOrder();

    @Message("What other dates of the file show")
    String dateOrderOfFile();

    @Message("{problem} Choose it below “More”.")
    String undecided(String problem);

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

    @Message("Look inside")
    String lookInside();

    @Message("Sending")
    String sending();

    @Message("Choose at least one file.")
    String chooseFiles();

    @Message("Formats that Segue reads")
    String formats();

    @Message("A table needs a header with columns for the songs: an id, or title and artist.")
    String formatsHint();

    /** Verdicts that files hold. */
    @Message("{#if count == 1}1 verdict{#else}{format:count(count)} verdicts{/if}")
    String verdicts(long count);

    @Message("The files didn't arrive whole. Send them again.")
    String malformed();

    @Message("Segue can't keep the files: its disk may be full or read-only. Send them again later.")
    String unkept();

    @Message("These files are not kept any more: choose them again.")
    String filesGone();

    @Message("A source is at most 40 letters, digits, dots, hyphens or underscores.")
    String oddSource();

    @Message("What would come in")
    String previewTitle();

    @Message("First rows")
    String previewRows();

    @Message("Artist")
    String artist();

    @Message("Title")
    String songTitle();

    @Message("When, or plays")
    String whenOrPlays();

    @Message("{#if count == 1}1 skip{#else}{format:count(count)} skips{/if}")
    String skips(long count);

    @Message("{#if count == 1}1 list{#else}{format:count(count)} lists{/if}")
    String lists(long count);

    @Message("Import")
    String importNow();

    @Message("So far")
    String importsSoFar();

    @Message("Nothing has been imported yet.")
    String noImports();

    @Message("import {id}")
    String number(int id);

    @Message("Undo import {id}? What it alone brought is taken out again.")
    String undoSure(int id);

    @Message("{format:count(count)} rows a second")
    String rowsPerSecond(long count);

    @Message("{#if count == 1}1 new interaction{#else}{format:count(count)} new interactions{/if}")
    String interactionsAdded(long count);

    @Message("{#if count == 1}1 new listen{#else}{format:count(count)} new listens{/if}")
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
