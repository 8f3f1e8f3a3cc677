package org.segue.web.person;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.segue.people.listening.Period;

/** Messages of the dashboard on a person's page. */
@MessageBundle(value = "dashboard", locale = "en")
interface DashboardMessages {

    @Message("Listening")
    String listening();

    @Message("Period")
    String period();

    @Message("{#switch period}{#case WEEK}Week{#case MONTH}Month{#case YEAR}Year{#case ALL}All time{/switch}")
    String periodName(Period period);

    @Message("Earlier")
    String earlier();

    @Message("Later")
    String later();

    @Message("{#if count == 1}play{#else}plays{/if}")
    String playsNumber(int count);

    @Message("{percent} compared with the period before")
    String change(String percent);

    @Message("{#if count == 1}artist{#else}artists{/if}, {newOnes} new")
    String artistsNumber(int count, String newOnes);

    @Message("{#if count == 1}artist{#else}artists{/if}")
    String artistsInAll(int count);

    @Message("{#if count == 1}discovery{#else}discoveries{/if}, {percent}% of plays")
    String discoveriesNumber(int count, int percent);

    @Message("{#if count == 1}minute{#else}minutes{/if}")
    String minutesNumber(long count);

    @Message(
            "{#if percent == 0}estimated at 3.5 minutes a song{#else}estimated from the {percent}% of plays whose length is known{/if}")
    String minutesGuessed(int percent);

    @Message("Plays per day")
    String playsByDay();

    @Message("Calendar of {year}. Days with more plays are darker; the table below has the months.")
    String heatAlt(String year);

    @Message("{year} in review")
    String yearInReview(String year);

    @Message("Top albums")
    String topAlbums();

    @Message("No plays in this period")
    String nothingInPeriod();

    @Message("Plays from {first} to {last} as bars; the table below has the numbers")
    String overTimeAlt(String first, String last);

    @Message("Most plays: {most} in {when}")
    String mostListens(String most, String when);

    @Message("Show as a table")
    String asTable();

    @Message("When")
    String when();

    @Message("Plays")
    String listensColumn();

    @Message("Top artists")
    String topArtists();

    @Message("Top songs")
    String topSongs();

    @Message("No artists yet")
    String noArtists();

    @Message("No songs yet")
    String noSongs();
}
