package org.segue.web.home;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of the home page about its answers. */
@MessageBundle(value = "home", locale = "en")
interface HomeMessages {

    @Message("What should play next?")
    String question();

    @Message("Pick a listener, or a few songs you like. Segue recommends songs they haven’t heard yet, based on "
            + "what everyone here plays.")
    String lead();

    @Message("Who is listening?")
    String whoIsListening();

    @Message("Demo listeners:")
    String demoListeners();

    @Message("Change")
    String change();

    @Message("new")
    String modeNew();

    @Message("rediscover")
    String modeRediscover();

    @Message("New")
    String tabNew();

    @Message("Rediscover")
    String tabKnown();

    @Message("For {users}")
    String forWhom(String users);

    @Message("From songs you picked")
    String fromSongs();

    @Message("{#if n is '1'}1 song{#else}{n} songs{/if}")
    String songsAsked(String n);

    @Message("Ignoring")
    String without();

    @Message("Stop ignoring {title}")
    String countAgain(String title);

    @Message("Ignore {title} in this list")
    String ignore(String title);

    @Message("Based on a model trained {age}.")
    String trained(String age);

    @Message("Add background data")
    String wayBackground();

    @Message("Learn from a public dataset. Its listeners stay invisible, and you can undo it.")
    String wayBackgroundHint();

    @Message("Choose a dataset")
    String wayBackgroundLink();

    @Message("Add another listener")
    String wayListener();

    @Message("Import a friend’s history, or connect their player.")
    String wayListenerHint();

    @Message("Import a history")
    String wayListenerLink();

    @Message("Hear known songs again that were not played for a while.")
    String wayKnownHint();

    @Message("Show them")
    String wayKnownLink();

    @Message("Not played for a while")
    String rediscover();

    @Message("{#if count == 1}Played by 1 listener{#else}Played by {format:count(count)} listeners{/if}")
    String playedBy(long count);

    @Message("Because")
    String because();

    @Message("you")
    String you();

    @Message("and {count} more")
    String andMore(int count);

    @Message("by")
    String by();

    @Message("Save as playlist")
    String save();

    @Message("Name of the playlist")
    String listName();

    @Message("Save")
    String saveNow();

    @Message("Download")
    String download();

    @Message("Update list")
    String updateList();

    @Message("Show 10 more")
    String showMore();

    @Message("Yes")
    String giveFeedback();

    @Message("ListenBrainz, Spotify and YouTube see which song you open, but not who you are here.")
    String listenOutside();

    @Message("Bars compare strength inside this list only.")
    String legend();

    @Message("Segue doesn’t know any songs yet.")
    String empty();

    @Message("Just looking? Start Segue with segue.demo=true and an empty data folder to load fictional demo data.")
    String setupDemo();

    @Message("Setting up")
    String preparing();

    @Message("Working in the background")
    String working();

    @Message("You can get recommendations as soon as this finishes.")
    String preparingHint();

    @Message("Until then, recommendations use the data already here.")
    String workingHint();

    @Message("Refresh")
    String lookAgain();

    @Message("Something went wrong")
    String failedTitle();

    @Message("Segue couldn’t get recommendations. Try again. If it keeps failing, check the log.")
    String failed();

    @Message("Segue is busy right now. Try again in a minute.")
    String overloaded();

    @Message("model trained {age}")
    String modelAge(String age);

    @Message("model trained {age} · {format:count(interactions)} new since")
    String modelAgeAndNews(String age, long interactions);

    @Message("no model yet")
    String noModel();

    /** What a list of songs is; {@code users} is empty for songs that a question names alone. */
    @Message("{#if count == 0}{#if users}No recommendations for {users} yet{#else}No similar songs found{/if}"
            + "{#else}{#if count == 1}1 {#if origin.popular}popular {/if}song{#else}{count} {#if origin.popular}popular {/if}songs{/if}"
            + "{#if origin.known} to rediscover{/if}"
            + "{#if users} for {users}{#else if !origin.popular} similar to your picks{/if}{/if}")
    String heading(int count, String users, ResultsView.Origin origin);

    /** How songs were ranked, or why there are none. */
    @Message("{#switch origin}{#case TRAINED}Based on the trained model.{#case FOLDED_IN}Includes everything "
            + "since the last training.{#case POPULAR}These are the most popular songs here.{#case "
            + "POPULAR_NO_MODEL}No model has been trained yet, so here are the most popular songs.{#case "
            + "POPULAR_UNKNOWN_USER}No listening history yet, so here are the most popular songs.{#case "
            + "POPULAR_NOT_LIKE}Not enough data for songs like your picks, so here are the most popular "
            + "ones.{#case REDISCOVERED}Songs that were played or loved, but not for a while.{#case NOT_ENOUGH}Not "
            + "enough data for a ranking yet. These are songs by known artists, then popular ones.{#case "
            + "NOBODY_ELSE}Segue finds new songs in what others play, and nobody else is here yet. Three ways "
            + "on:{#case NOTHING}Every song that Segue knows has been played already. Three ways on:{#case "
            + "NOTHING_YET}No songs to recommend yet.{/switch}")
    String origin(ResultsView.Origin origin);

    /** Why a song is in a list that is no ranking. */
    @Message("{#switch why}{#case ARTIST}By an artist played before{#case POPULAR}Popular here{#case "
            + "REDISCOVER}Not played for a while{/switch}")
    String why(SongRow.Place why);

    /** What somebody does with a song, as far as it stands before its title. */
    @Message("{#switch liking}{#case PLAYS}{#if own}play{#else}plays{/if}{#case LOVES}{#if "
            + "own}love{#else}loves{/if}{#case PICKED}picked{/switch}")
    String likes(SongRow.Liking liking, boolean own);

    /** The same as far as it stands behind the title. */
    @Message("{#switch liking}{#case PLAYS}{#case LOVES}{#case PICKED}{/switch}")
    String likesAfter(SongRow.Liking liking, boolean own);
}
