package org.segue.web.imports;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** Messages of the page of imports in German. */
@Localized("de")
interface ImportsGermanMessages extends ImportsMessages {

    @Override
    @Message("Hörverlauf importieren")
    String title();

    @Override
    @Message(
            "Lade Exporte von Spotify, Last.fm, ListenBrainz und anderen hoch, oder eine Tabelle. Du siehst zuerst eine Vorschau und kannst jeden Import rückgängig machen.")
    String lead();

    @Override
    @Message("So kommst du an deinen Hörverlauf")
    String how();

    @Override
    @Message("Nur wer Segue verwaltet, kann Hörverläufe importieren.")
    String notYours();

    @Override
    @Message("Dateien wählen oder hier ablegen")
    String dropHere();

    @Override
    @Message("Optionen")
    String moreOptions();

    @Override
    @Message("Wessen Hörverlauf ist das?")
    String user();

    @Override
    @Message("Nur nötig, wenn die Dateien niemanden nennen.")
    String userHint();

    @Override
    @Message("Name der Quelle")
    String source();

    @Override
    @Message("Sagt, woher die Daten kommen. IDs verschiedener Quellen bleiben getrennt.")
    String sourceHint();

    @Override
    @Message("Tag oder Monat zuerst, wie in 12/10/2017?")
    String dateOrder();

    @Override
    @Message("An den anderen Daten erkennen")
    String dateOrderOfFile();

    @Override
    @Message("Tag zuerst: 12. Oktober")
    String dayFirst();

    @Override
    @Message("Monat zuerst: 10. Dezember")
    String monthFirst();

    @Override
    @Message("Zeitzone")
    String zone();

    @Override
    @Message("Für Zeiten ohne Zone, zum Beispiel Europe/Berlin. Leer heißt UTC.")
    String zoneHint();

    @Override
    @Message("Wähle, ob der Tag oder der Monat zuerst steht.")
    String oddOrder();

    @Override
    @Message("Gib eine Zeitzone wie Europe/Berlin oder +02:00 ein.")
    String oddZone();

    @Override
    @Message("Zeichenkodierung")
    String encoding();

    @Override
    @Message("Für Dateien, die nicht UTF-8 sind, zum Beispiel windows-1251 oder Shift_JIS. Leer heißt windows-1252.")
    String encodingHint();

    @Override
    @Message("Gib eine Zeichenkodierung wie windows-1251 oder Shift_JIS ein.")
    String oddEncoding();

    @Override
    @Message("Vorschau ansehen")
    String lookInside();

    @Override
    @Message("Wird hochgeladen …")
    String sending();

    @Override
    @Message("Wähle mindestens eine Datei.")
    String chooseFiles();

    @Override
    @Message("Unterstützte Formate")
    String formats();

    @Override
    @Message("Eine Tabelle braucht eine Kopfzeile, die die Songs nennt: eine ID oder Titel und Künstler.")
    String formatsHint();

    @Override
    @Message("Der Upload ist unvollständig. Lade die Dateien noch einmal hoch.")
    String malformed();

    @Override
    @Message(
            "Segue kann die Dateien nicht speichern. Die Festplatte ist vielleicht voll oder schreibgeschützt. Versuch es später noch einmal.")
    String unkept();

    @Override
    @Message("Diese Uploads sind abgelaufen. Wähle die Dateien noch einmal.")
    String filesGone();

    @Override
    @Message("Die Quelle darf höchstens 40 Buchstaben, Ziffern, Punkte, Binde- und Unterstriche haben.")
    String oddSource();

    @Override
    @Message("Gemerkte Spalten")
    String remembered();

    @Override
    @Message("Tabellen mit diesen Spalten liest Segue so, wie du es gesagt hast.")
    String rememberedHint();

    @Override
    @Message("Vergessen")
    String forget();

    @Override
    @Message("Wird importiert …")
    String importing();

    @Override
    @Message("Der Import ist fehlgeschlagen")
    String importFailed();

    @Override
    @Message("Andere Datei wählen")
    String importAgain();

    @Override
    @Message(
            "{#if plays == 1}1 Wiedergabe{#else}{format:count(plays)} Wiedergaben{/if} für {names}{#if others > 0} und {format:count(others)} weitere{/if}")
    String playsFor(long plays, String names, int others);

    @Override
    @Message("{#if plays == 1}1 Wiedergabe{#else}{format:count(plays)} Wiedergaben{/if} importiert")
    String playsAdded(long plays);

    @Override
    @Message(
            "{#if songs == 1}1 Song{#else}{format:count(songs)} Songs{/if} für {names}{#if others > 0} und {format:count(others)} weitere{/if}")
    String countedFor(long songs, String names, int others);

    @Override
    @Message("{#if songs == 1}1 Song{#else}{format:count(songs)} Songs{/if} importiert")
    String countedAdded(long songs);

    @Override
    @Message("Diese Dateien enthalten nichts Neues")
    String nothingNew();

    @Override
    @Message("{#if count == 1}1 Wiedergabe war{#else}{format:count(count)} Wiedergaben waren{/if} schon da.")
    String knownBefore(long count);

    @Override
    @Message("Jetzt trainieren")
    String trainNow();

    @Override
    @Message("Jetzt trainieren ({minutes} min)")
    String trainNowFor(long minutes);

    @Override
    @Message("Segue lernt gerade daraus.")
    String learning();

    @Override
    @Message("Segue lernt gerade daraus. Noch {#if minutes == 1}1 Minute{#else}{minutes} Minuten{/if}.")
    String learningFor(long minutes);

    @Override
    @Message("Segue hat daraus gelernt.")
    String learned();

    @Override
    @Message("Empfehlungen ansehen")
    String seeRecommendations();

    @Override
    @Message("Empfehlungen für {name}")
    String recommendationsFor(String name);

    @Override
    @Message("Mehr importieren")
    String importMore();

    @Override
    @Message("Bisherige Importe")
    String importsSoFar();

    @Override
    @Message("Noch keine Importe. Wähle oben eine Datei.")
    String noImports();

    @Override
    @Message("Import {id}")
    String number(int id);

    @Override
    @Message("Import {id}")
    String numbered(int id);

    @Override
    @Message("von {source}")
    String from(String source);

    @Override
    @Message("Import {id} rückgängig machen?")
    String undoTitle(int id);

    @Override
    @Message("Import rückgängig machen")
    String undoNow();

    @Override
    @Message(
            "Beispieldaten entfernen? Die erfundenen Hörer:innen verschwinden mit ihrem Feedback und ihren Playlists. Danach trainiert Segue mit dem, was übrig ist.")
    String undoDemoSure();

    @Override
    @Message("Import {id} rückgängig machen? Alles, was nur dieser Import gebracht hat, wird entfernt.")
    String undoSure(int id);

    @Override
    @Message("{#switch word}"
            + "{#case 'queued'}Wartet"
            + "{#case 'running'}Läuft"
            + "{#case 'completed'}Fertig"
            + "{#case 'failed'}Fehlgeschlagen"
            + "{#case 'cancelled'}Abgebrochen"
            + "{#case 'undone'}Rückgängig gemacht"
            + "{#case}{word}"
            + "{/switch}")
    String status(String word);

    @Override
    @Message("{format:count(count)} Zeilen/s")
    String rowsPerSecond(long count);

    @Override
    @Message(
            "{#if count == 1}1 neuer Song mit Wiedergaben oder Bewertung{#else}{format:count(count)} neue Songs mit Wiedergaben oder Bewertungen{/if}")
    String interactionsAdded(long count);

    @Override
    @Message("{#if count == 1}1 neue Wiedergabe{#else}{format:count(count)} neue Wiedergaben{/if}")
    String listensAdded(long count);

    @Override
    @Message("{#if count == 1}1 schon bekannt{#else}{format:count(count)} schon bekannt{/if}")
    String duplicates(long count);

    @Override
    @Message("{#if count == 1}1 Zeile konnte{#else}{format:count(count)} Zeilen konnten{/if} nicht importiert werden")
    String badRows(long count);

    @Override
    @Message("Übersprungen")
    String skippedRows();

    @Override
    @Message("Zeile {number}")
    String line(long number);
}
