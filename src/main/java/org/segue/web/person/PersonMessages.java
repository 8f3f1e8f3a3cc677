package org.segue.web.person;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.segue.playlists.PlaylistKind;

/** Messages of a person's page. */
@MessageBundle(value = "person", locale = "en")
interface PersonMessages {

    @Message("{#if own}Songs for you{#else}Songs for {name}{/if}")
    String songsFor(boolean own, String name);

    @Message("{#if own}Your songs on the map{#else}{name}’s songs on the map{/if}")
    String onTheMap(boolean own, String name);

    @Message("since {day}")
    String since(String day);

    @Message("{format:count(count)} with a date")
    String withDate(long count);

    @Message("This page is read-only. To make changes, sign in as {name} or as the administrator.")
    String notYours(String name);

    @Message("This page is read-only. Only {name} and the administrator can make changes.")
    String readOnly(String name);

    @Message("Parts of this page")
    String parts();

    @Message("Profile")
    String profile();

    @Message("Administration")
    String administration();

    @Message("Playing now")
    String playingNow();

    @Message("Playing now in {client}")
    String playingIn(String client);

    @Message("Playlists")
    String listsOfNow();

    @Message(
            "No playlists yet. Segue makes them every day once it knows {#if own}you{#else}{name}{/if} and a model is active.")
    String noLists(boolean own, String name);

    @Message(
            "{#switch kind}{#case DAILY_JAMS}Daily jams{#case WEEKLY_JAMS}Weekly jams{#case WEEKLY_EXPLORATION}Weekly exploration{#case REDISCOVER}Rediscover{/switch}")
    String listKind(PlaylistKind kind);

    @Message("What recommendations became")
    String outcomes();

    @Message(
            "Of {format:count(songs)} songs shown, {format:count(played)} {#if played == 1}was{#else}were{/if} played within 30 days ({percent}%).")
    String shownPlayed(int songs, int played, int percent);

    @Message("Of the next 50 ranks that weren’t shown: {percent}%.")
    String nextPlayed(int percent);

    @Message("Not enough data yet to compare with songs that weren’t shown.")
    String nextFew();

    @Message("Not enough data yet. This needs 20 songs that were shown 30 days ago or earlier.")
    String shownFew();

    @Message(
            "In the last 30 days, {#if songs == 1}1 song was{#else}{format:count(songs)} songs were{/if} shown for the first time; {format:count(played)} played so far.")
    String shownLately(int songs, int played);

    @Message(
            "No songs shown yet. Songs count once they’re on a playlist from Segue or on the home page of the signed-in listener.")
    String shownNone();

    @Message("Taste in common")
    String taste();

    @Message(
            "{#switch step}{#case VERY}very similar taste{#case MUCH}a lot in common{#case SOME}something in common{#case LITTLE}little in common{/switch}")
    String tasteStep(TasteRow.Step step);

    @Message("Both play")
    String bothPlay();

    @Message("Songs for both: {name} and {other}")
    String songsForBoth(String name, String other);

    @Message("Songs for both")
    String songsForTwo();

    @Message("No feedback yet. Love or dislike songs to improve recommendations.")
    String noFeedback();

    @Message("Delete feedback: {title}")
    String takeBack(String title);

    @Message("Feedback deleted.")
    String feedbackDeleted();

    @Message("Recent plays")
    String lastListens();

    @Message("No plays with a date.")
    String noTimes();

    @Message("Import a history with dates")
    String importDated();

    @Message("Delete this play: {title}")
    String removeListen(String title);

    @Message("Play deleted.")
    String listenDeleted();

    @Message("Show earlier plays")
    String moreListens();

    @Message("Times are UTC.")
    String timesAreUtc();

    @Message("No imports yet")
    String noImports();

    @Message("{#if own}Import your history{#else}Import their history{/if}")
    String bringHistory(boolean own);

    @Message("All imports")
    String allImports();

    @Message("Names in other services")
    String names();

    @Message("{#if own}Your data{#else}Data{/if}")
    String data(boolean own);

    @Message("Export all data (zip)")
    String export();

    @Message("Missing from your library")
    String missing();

    @Message("Songs that you play, or may like, and that aren’t in your library.")
    String missingLead();

    @Message("Songs to get")
    String toGet();

    @Message("Recommended")
    String recommended();

    @Message("Nothing is missing: all songs that you play much are in your library.")
    String nothingMissing();

    @Message("No library is connected for this listener. An administrator can connect one.")
    String noLibrary();
}
