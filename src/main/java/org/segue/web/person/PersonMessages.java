package org.segue.web.person;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.segue.people.listening.Period;
import org.segue.playlists.PlaylistKind;

/** Messages of a person's page. */
@MessageBundle(value = "person", locale = "en")
interface PersonMessages {

    @Message("Songs for {name}")
    String songsFor(String name);

    @Message("Their songs on the map")
    String onTheMap();

    @Message("since {day}")
    String since(String day);

    @Message("You can look around here. To change something, sign in as this person or as the administrator.")
    String notYours();

    @Message("Lists for now")
    String listsOfNow();

    @Message("{#switch kind}"
            + "{#case DAILY_JAMS}Daily jams"
            + "{#case WEEKLY_JAMS}Weekly jams"
            + "{#case WEEKLY_EXPLORATION}Weekly exploration"
            + "{#case REDISCOVER}Rediscover"
            + "{/switch}")
    String listKind(PlaylistKind kind);

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

    @Message("{#if count == 1}discovery{#else}discoveries{/if}, {percent}% of the plays")
    String discoveriesNumber(int count, int percent);

    @Message("{#if count == 1}minute{#else}minutes{/if}")
    String minutesNumber(long count);

    @Message(
            "{#if percent == 0}at three and a half minutes a song{#else}estimated: lengths are known of {percent}% of the plays{/if}")
    String minutesGuessed(int percent);

    @Message("Plays by day")
    String playsByDay();

    @Message("A calendar of {year}, darker on days with more plays; the table below has the months")
    String heatAlt(String year);

    @Message("{year} in review")
    String yearInReview(String year);

    @Message("Albums most played")
    String topAlbums();

    @Message("Nothing was played in this time.")
    String nothingInPeriod();

    @Message("Listens from {first} to {last}, as bars; the same is in the table below")
    String overTimeAlt(String first, String last);

    @Message("Most listens: {most} in {when}")
    String mostListens(String most, String when);

    @Message("As a table")
    String asTable();

    @Message("When")
    String when();

    @Message("Listens")
    String listensColumn();

    @Message("Artists most played")
    String topArtists();

    @Message("Songs most played")
    String topSongs();

    @Message("Take back: {title}")
    String takeBack(String title);

    @Message("Last heard")
    String lastListens();

    @Message("Nothing of which the time is known.")
    String noTimes();

    @Message("Delete this listen: {title}")
    String removeListen(String title);

    @Message("Earlier ones")
    String moreListens();

    @Message("Times are UTC.")
    String timesAreUtc();

    @Message("Bring in their history")
    String bringHistory();

    @Message("All imports")
    String allImports();

    @Message("Names")
    String names();

    @Message("Another name of the same person")
    String otherName();

    @Message("Both histories become one. This cannot be undone.")
    String otherNameHint();

    @Message("Make them one")
    String mergeThem();

    @Message("That is this very person.")
    String samePerson();

    @Message("Only imports know this listener. Confirm a name so that tokens, imports and players can use it.")
    String notNamedHere();

    @Message("Name")
    String name();

    @Message("Confirm name")
    String confirmName();

    @Message("A name has 1 to {most} characters, all of them characters of a text.")
    String unusableName(int most);

    @Message("Data")
    String data();

    @Message("Export everything")
    String export();

    @Message("A token for a player")
    String token();

    @Message("Forget this person")
    String forget();

    @Message("Listens, verdicts and what models have learned of this person are deleted for good.")
    String forgetSure();

    @Message("Forget for good")
    String forgetNow();

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
