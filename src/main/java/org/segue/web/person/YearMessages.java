package org.segue.web.person;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of the year in review. */
@MessageBundle(value = "year", locale = "en")
interface YearMessages {

    @Message("{name}’s {year} in review")
    String title(String name, String year);

    @Message("All of {name}’s listening")
    String back(String name);

    @Message("Keep it as a picture")
    String picture();

    @Message("There are no plays with a date in {year}.")
    String nothing(String year);

    @Message("Import a history with dates")
    String bringHistory();

    @Message("{#if count == 1}minute{#else}minutes{/if}")
    String minutes(long count);

    @Message(
            "{#if percent == 0}at three and a half minutes a song{#else}estimated: lengths are known of {percent}% of the plays{/if}")
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

    @Message("Plays by month of {year}, as bars; the same is in the table below")
    String monthsAlt(String year);

    @Message("Month")
    String month();

    @Message("As a table")
    String asTable();

    @Message("Top artists")
    String topArtists();

    @Message("Top songs")
    String topSongs();

    @Message("Top albums")
    String topAlbums();
}
