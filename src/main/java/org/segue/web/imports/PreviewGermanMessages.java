package org.segue.web.imports;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** Messages of what is asked and shown before files are imported in German. */
@Localized("de")
interface PreviewGermanMessages extends PreviewMessages {

    @Override
    @Message("Ist {named} dieselbe Person wie {name}?")
    String isListener(String named, String name);

    @Override
    @Message("Wer ist {named}?")
    String whoIs(String named);

    @Override
    @Message("Wer sind die Hörer:innen in diesen Dateien?")
    String whoAre();

    @Override
    @Message("Neue Hörer:in")
    String somebodyNew();

    @Override
    @Message("Name")
    String newName();

    @Override
    @Message("{name}, wie bisher")
    String asBefore(String name);

    @Override
    @Message("Neu: {named}")
    String newListener(String named);

    @Override
    @Message("Alle Wiedergaben gehen an {name}.")
    String allFor(String name);

    @Override
    @Message("Alle Wiedergaben gehen an {name}, neu hier.")
    String allForNew(String name);

    @Override
    @Message("Alle Wiedergaben gehen an {name}. In diesen Dateien heißt das {named}.")
    String knownAs(String named, String name);

    @Override
    @Message("Ja, für {name} importieren")
    String isSame(String name);

    @Override
    @Message("Nein, {named} ist neu hier")
    String isOther(String named);

    @Override
    @Message("{problem} Wähle unten und lies die Dateien dann noch einmal.")
    String undecided(String problem);

    @Override
    @Message("{format:count(count)} × Feedback")
    String verdicts(long count);

    @Override
    @Message("Vorschau des Imports")
    String previewTitle();

    @Override
    @Message("Segue braucht deine Hilfe bei dieser Datei")
    String unreadTitle();

    @Override
    @Message(
            "{file} sieht wie eine Tabelle aus, aber Segue kennt ihre Spalten nicht. Wähle die Spalten mit Künstler und Titel.")
    String unknownColumns(String file);

    @Override
    @Message("Spalten oder Daten falsch?")
    String wrongColumns();

    @Override
    @Message("Daten oder Zeichen falsch?")
    String wrongReading();

    @Override
    @Message("Noch einmal lesen")
    String readAgain();

    @Override
    @Message("Spalten der Tabelle")
    String columns();

    @Override
    @Message("Spalte")
    String column();

    @Override
    @Message("Beispiele")
    String examples();

    @Override
    @Message("Enthält")
    String meaning();

    @Override
    @Message("Spalte {number} (ohne Namen)")
    String unnamedColumn(int number);

    @Override
    @Message(
            "{#if count == 1}1 weitere Spalte wird{#else}{format:count(count)} weitere Spalten werden{/if} nach dem Namen gelesen.")
    String moreColumns(int count);

    @Override
    @Message("{#switch word}"
            + "{#case 'listener'}Hörer:in"
            + "{#case 'song'}Song-ID"
            + "{#case 'artist'}Künstler"
            + "{#case 'title'}Titel"
            + "{#case 'album'}Album"
            + "{#case 'time'}Datum und Uhrzeit"
            + "{#case 'clock'}Uhrzeit"
            + "{#case 'ended'}Ende der Wiedergabe"
            + "{#case 'plays'}Zahl der Wiedergaben"
            + "{#case 'rating'}Bewertung"
            + "{#case 'duration'}Länge des Songs"
            + "{#case 'playedMs'}Gehörte Zeit in Millisekunden"
            + "{#case 'playedSeconds'}Gehörte Zeit in Sekunden"
            + "{#case 'mbid'}MusicBrainz-Aufnahme-ID"
            + "{#case 'isrc'}ISRC"
            + "{#case 'event'}Ereignis: nur Wiedergaben zählen"
            + "{#case}Spalte ignorieren"
            + "{/switch}")
    String means(String word);

    @Override
    @Message(
            "{#if count == 1}1 Song mit Wiedergaben oder Bewertung{#else}{format:count(count)} Songs mit Wiedergaben oder Bewertungen{/if}")
    String counted(long count);

    @Override
    @Message("{#if count == 1}1 Wiedergabe importieren{#else}{format:count(count)} Wiedergaben importieren{/if}")
    String importPlays(long count);

    @Override
    @Message("{#if count == 1}1 Zeile importieren{#else}{format:count(count)} Zeilen importieren{/if}")
    String importRows(long count);

    @Override
    @Message("Diese Dateien enthalten nichts, was Segue importieren kann.")
    String nothingToImport();

    @Override
    @Message("Erste Zeilen")
    String previewRows();

    @Override
    @Message("Künstler")
    String artist();

    @Override
    @Message("Titel")
    String songTitle();

    @Override
    @Message("Datum oder Zahl der Wiedergaben")
    String whenOrPlays();

    @Override
    @Message("{format:count(count)} übersprungen")
    String skips(long count);

    @Override
    @Message("{#if count == 1}1 Playlist{#else}{format:count(count)} Playlists{/if}")
    String lists(long count);
}
