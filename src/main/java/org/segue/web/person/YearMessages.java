package org.segue.web.person;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of the year in review. */
@MessageBundle(value = "year", locale = "en")
interface YearMessages {

    @Message("{name}’s {year} in review")
    String title(String name, String year);

    @Message("Your {year} in review")
    String ownTitle(String year);

    @Message("{#if own}All of your listening{#else}All of {name}’s listening{/if}")
    String back(boolean own, String name);

    @Message("Download as a picture (SVG)")
    String picture();

    @Message("No plays with a date in {year}.")
    String nothing(String year);

    @Message("Import a history with dates")
    String bringHistory();

    @Message("{#if count == 1}minute{#else}minutes{/if}")
    String minutes(long count);

    @Message(
            "{#if percent == 0}estimated at 3.5 minutes a song{#else}estimated from the {percent}% of plays whose length is known{/if}")
    String minutesGuessed(int percent);

    @Message("{#if count == 1}play{#else}plays{/if}")
    String plays(int count);

    @Message("{#if count == 1}artist{#else}artists{/if}")
    String artists(int count);

    @Message("{#if count == 1}song{#else}songs{/if}")
    String songs(int count);

    @Message("{#if count == 1}discovery{#else}discoveries{/if}")
    String discoveries(int count);

    @Message("days in a row with music, {from} to {to}")
    String streak(String from, String to);

    @Message("day in a row with music, {from}")
    String streakOfOne(String from);

    @Message("Plays")
    String playsColumn();

    @Message("Months")
    String months();

    @Message("Plays by month of {year} as bars; the table below has the numbers")
    String monthsAlt(String year);

    @Message("Month")
    String month();

    @Message("Show as a table")
    String asTable();

    @Message("Top artists")
    String topArtists();

    @Message("Top songs")
    String topSongs();

    @Message("Top albums")
    String topAlbums();
}
