package org.segue.web.person;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;
import org.segue.playlists.PlaylistKind;

/** Messages of a person's page, in German. */
@Localized("de")
interface PersonGermanMessages extends PersonMessages {

    @Override
    @Message("{#if own}Songs für dich{#else}Songs für {name}{/if}")
    String songsFor(boolean own, String name);

    @Override
    @Message("{#if own}Deine Songs auf der Karte{#else}Songs von {name} auf der Karte{/if}")
    String onTheMap(boolean own, String name);

    @Override
    @Message("seit {day}")
    String since(String day);

    @Override
    @Message("{format:count(count)} mit Datum")
    String withDate(long count);

    @Override
    @Message("Diese Seite kannst du nur ansehen. Um etwas zu ändern, melde dich als {name} oder als Administrator an.")
    String notYours(String name);

    @Override
    @Message("Diese Seite kannst du nur ansehen. Ändern können sie nur {name} und der Administrator.")
    String readOnly(String name);

    @Override
    @Message("Teile dieser Seite")
    String parts();

    @Override
    @Message("Profil")
    String profile();

    @Override
    @Message("Verwaltung")
    String administration();

    @Override
    @Message("Läuft gerade")
    String playingNow();

    @Override
    @Message("Läuft gerade in {client}")
    String playingIn(String client);

    @Override
    @Message("Playlists")
    String listsOfNow();

    @Override
    @Message(
            "Noch keine Playlists. Segue erstellt sie täglich, sobald es {#if own}dich{#else}{name}{/if} kennt und ein Modell aktiv ist.")
    String noLists(boolean own, String name);

    @Override
    @Message(
            "{#switch kind}{#case DAILY_JAMS}Mix des Tages{#case WEEKLY_JAMS}Mix der Woche{#case WEEKLY_EXPLORATION}Neues der Woche{#case REDISCOVER}Wiederentdecken{/switch}")
    String listKind(PlaylistKind kind);

    @Override
    @Message("Was aus Empfehlungen wurde")
    String outcomes();

    @Override
    @Message(
            "Von {format:count(songs)} gezeigten Songs {#if played == 1}wurde{#else}wurden{/if} {format:count(played)} innerhalb von 30 Tagen gespielt ({percent} %).")
    String shownPlayed(int songs, int played, int percent);

    @Override
    @Message("Von den nächsten 50 Plätzen, die nicht gezeigt wurden: {percent} %.")
    String nextPlayed(int percent);

    @Override
    @Message("Noch nicht genug Daten für den Vergleich mit Songs, die nicht gezeigt wurden.")
    String nextFew();

    @Override
    @Message("Noch nicht genug Daten. Nötig sind 20 Songs, die vor mindestens 30 Tagen gezeigt wurden.")
    String shownFew();

    @Override
    @Message(
            "In den letzten 30 Tagen {#if songs == 1}wurde 1 Song{#else}wurden {format:count(songs)} Songs{/if} zum ersten Mal gezeigt; bisher {format:count(played)} davon gespielt.")
    String shownLately(int songs, int played);

    @Override
    @Message(
            "Noch keine Songs gezeigt. Songs zählen, sobald sie in einer Playlist von Segue oder auf der Startseite der angemeldeten Person stehen.")
    String shownNone();

    @Override
    @Message("Gemeinsamer Geschmack")
    String taste();

    @Override
    @Message(
            "{#switch step}{#case VERY}sehr ähnlicher Geschmack{#case MUCH}viel gemeinsam{#case SOME}einiges gemeinsam{#case LITTLE}wenig gemeinsam{/switch}")
    String tasteStep(TasteRow.Step step);

    @Override
    @Message("Beide hören")
    String bothPlay();

    @Override
    @Message("Songs für beide: {name} und {other}")
    String songsForBoth(String name, String other);

    @Override
    @Message("Songs für beide")
    String songsForTwo();

    @Override
    @Message("Noch kein Feedback. Markiere Songs mit „mag ich“ oder „mag ich nicht“, um Empfehlungen zu verbessern.")
    String noFeedback();

    @Override
    @Message("Feedback löschen: {title}")
    String takeBack(String title);

    @Override
    @Message("Feedback gelöscht.")
    String feedbackDeleted();

    @Override
    @Message("Zuletzt gehört")
    String lastListens();

    @Override
    @Message("Keine Wiedergaben mit Datum.")
    String noTimes();

    @Override
    @Message("Einen Verlauf mit Daten importieren")
    String importDated();

    @Override
    @Message("Diese Wiedergabe löschen: {title}")
    String removeListen(String title);

    @Override
    @Message("Wiedergabe gelöscht.")
    String listenDeleted();

    @Override
    @Message("Frühere Wiedergaben anzeigen")
    String moreListens();

    @Override
    @Message("Zeiten in UTC.")
    String timesAreUtc();

    @Override
    @Message("Noch keine Importe")
    String noImports();

    @Override
    @Message("{#if own}Deinen Verlauf importieren{#else}Verlauf importieren{/if}")
    String bringHistory(boolean own);

    @Override
    @Message("Alle Importe")
    String allImports();

    @Override
    @Message("Namen in anderen Diensten")
    String names();

    @Override
    @Message("{#if own}Deine Daten{#else}Daten{/if}")
    String data(boolean own);

    @Override
    @Message("Alle Daten exportieren (zip)")
    String export();

    @Override
    @Message("Was in deiner Sammlung fehlt")
    String missing();

    @Override
    @Message("Songs, die du hörst oder mögen könntest und die nicht in deiner Sammlung sind.")
    String missingLead();

    @Override
    @Message("Songs zum Besorgen")
    String toGet();

    @Override
    @Message("Empfohlen")
    String recommended();

    @Override
    @Message("Nichts fehlt: Alle Songs, die du oft hörst, sind in deiner Sammlung.")
    String nothingMissing();

    @Override
    @Message("Für diese Person ist keine Sammlung verbunden. Ein Administrator kann eine verbinden.")
    String noLibrary();
}
