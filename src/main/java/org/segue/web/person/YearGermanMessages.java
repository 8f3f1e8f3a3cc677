package org.segue.web.person;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** Messages of the year in review, in German. */
@Localized("de")
interface YearGermanMessages extends YearMessages {

    @Override
    @Message("{name}: Jahresrückblick {year}")
    String title(String name, String year);

    @Override
    @Message("Dein Jahresrückblick {year}")
    String ownTitle(String year);

    @Override
    @Message("{#if own}Alles, was du gehört hast{#else}Alles, was {name} gehört hat{/if}")
    String back(boolean own, String name);

    @Override
    @Message("Als Bild herunterladen (SVG)")
    String picture();

    @Override
    @Message("Keine Wiedergaben mit Datum in {year}.")
    String nothing(String year);

    @Override
    @Message("Einen Verlauf mit Daten importieren")
    String bringHistory();

    @Override
    @Message("{#if count == 1}Minute{#else}Minuten{/if}")
    String minutes(long count);

    @Override
    @Message(
            "{#if percent == 0}geschätzt mit 3,5 Minuten pro Song{#else}geschätzt aus den {percent} % der Wiedergaben, deren Länge bekannt ist{/if}")
    String minutesGuessed(int percent);

    @Override
    @Message("{#if count == 1}Wiedergabe{#else}Wiedergaben{/if}")
    String plays(int count);

    @Override
    @Message("{#if count == 1}Künstler:in{#else}Künstler:innen{/if}")
    String artists(int count);

    @Override
    @Message("{#if count == 1}gehörter Song{#else}gehörte Songs{/if}")
    String songs(int count);

    @Override
    @Message("{#if count == 1}Entdeckung{#else}Entdeckungen{/if}")
    String discoveries(int count);

    @Override
    @Message("Tage in Folge mit Musik, {from} bis {to}")
    String streak(String from, String to);

    @Override
    @Message("Tag mit Musik, {from}")
    String streakOfOne(String from);

    @Override
    @Message("Wiedergaben")
    String playsColumn();

    @Override
    @Message("Monate")
    String months();

    @Override
    @Message("Wiedergaben nach Monaten {year} als Balken; die Tabelle darunter zeigt die Zahlen")
    String monthsAlt(String year);

    @Override
    @Message("Monat")
    String month();

    @Override
    @Message("Als Tabelle anzeigen")
    String asTable();

    @Override
    @Message("Top-Künstler:innen")
    String topArtists();

    @Override
    @Message("Top-Songs")
    String topSongs();

    @Override
    @Message("Top-Alben")
    String topAlbums();
}
