package org.segue.web.person;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;
import org.segue.people.listening.Period;

/** Messages of the dashboard on a person's page, in German. */
@Localized("de")
interface DashboardGermanMessages extends DashboardMessages {

    @Override
    @Message("Musik")
    String listening();

    @Override
    @Message("Zeitraum")
    String period();

    @Override
    @Message("{#switch period}{#case WEEK}Woche{#case MONTH}Monat{#case YEAR}Jahr{#case ALL}Gesamt{/switch}")
    String periodName(Period period);

    @Override
    @Message("Früher")
    String earlier();

    @Override
    @Message("Später")
    String later();

    @Override
    @Message("{#if count == 1}Wiedergabe{#else}Wiedergaben{/if}")
    String playsNumber(int count);

    @Override
    @Message("{percent} gegenüber dem Zeitraum davor")
    String change(String percent);

    @Override
    @Message("{#if count == 1}Künstler:in{#else}Künstler:innen{/if}, {newOnes} neu")
    String artistsNumber(int count, String newOnes);

    @Override
    @Message("{#if count == 1}Künstler:in{#else}Künstler:innen{/if}")
    String artistsInAll(int count);

    @Override
    @Message("{#if count == 1}Entdeckung{#else}Entdeckungen{/if}, {percent} % der Wiedergaben")
    String discoveriesNumber(int count, int percent);

    @Override
    @Message("{#if count == 1}Minute{#else}Minuten{/if}")
    String minutesNumber(long count);

    @Override
    @Message(
            "{#if percent == 0}geschätzt mit 3,5 Minuten pro Song{#else}geschätzt aus den {percent} % der Wiedergaben, deren Länge bekannt ist{/if}")
    String minutesGuessed(int percent);

    @Override
    @Message("Wiedergaben pro Tag")
    String playsByDay();

    @Override
    @Message("Kalender {year}. Tage mit mehr Wiedergaben sind dunkler; die Tabelle darunter zeigt die Monate.")
    String heatAlt(String year);

    @Override
    @Message("Jahresrückblick {year}")
    String yearInReview(String year);

    @Override
    @Message("Top-Alben")
    String topAlbums();

    @Override
    @Message("Keine Wiedergaben in diesem Zeitraum")
    String nothingInPeriod();

    @Override
    @Message("Wiedergaben von {first} bis {last} als Balken; die Tabelle darunter zeigt die Zahlen")
    String overTimeAlt(String first, String last);

    @Override
    @Message("Meiste Wiedergaben: {most} ({when})")
    String mostListens(String most, String when);

    @Override
    @Message("Als Tabelle anzeigen")
    String asTable();

    @Override
    @Message("Wann")
    String when();

    @Override
    @Message("Wiedergaben")
    String listensColumn();

    @Override
    @Message("Top-Künstler:innen")
    String topArtists();

    @Override
    @Message("Top-Songs")
    String topSongs();

    @Override
    @Message("Noch keine Künstler:innen")
    String noArtists();

    @Override
    @Message("Noch keine Songs")
    String noSongs();
}
