package org.segue.web.home;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of the home page. */
@MessageBundle(value = "home", locale = "en")
interface HomeMessages {

    @Message("What should play next?")
    String question();

    @Message(
            "Name a listener, or songs you like. Segue ranks what has not been heard yet, learned from everything that is"
                    + " played here.")
    String lead();

    @Message("and somebody else")
    String anotherUser();

    @Message("Another listener")
    String anotherUserLabel();

    @Message("Recommend")
    String ask();

    @Message("For example")
    String examples();

    @Message("Type the name of a listener, or choose songs you like.")
    String userEmpty();

    @Message("One list is for {most} listeners at most.")
    String usersTooMany(int most);

    @Message("A whole number from {least} to {most}.")
    String countOutOfRange(int least, int most);

    @Message("No song here is called {typed}.")
    String noSong(String typed);

    @Message("You may ask for your own songs alone.")
    String notYours();

    @Message("Listening to what fits …")
    String busy();

    @Message("Ready.")
    String ready();

    @Message("Songs you like")
    String seedsLabel();

    @Message("Adventure")
    String adventure();

    @Message("close to home")
    String adventureLeast();

    @Message("far out")
    String adventureMost();

    @Message("Songs nobody has played")
    String untried();

    @Message("Leave them out")
    String untriedNone();

    @Message("After all others")
    String untriedLast();

    @Message("Among the others")
    String untriedMixed();

    @Message("Only these")
    String untriedOnly();

    @Message("Songs you own")
    String owned();

    @Message("Make no difference")
    String ownedAny();

    @Message("Before others that fit nearly as well")
    String ownedPrefer();

    @Message("Only these")
    String ownedOnly();

    @Message("Leave them out")
    String ownedMissing();

    @Message("Live versions and remixes too")
    String versions();

    @Message("Plays to go by")
    String when();

    @Message("As the moment says")
    String whenUnsaid();

    @Message("This moment")
    String whenNow();

    @Message("Lately")
    String whenLately();

    @Message("Always")
    String whenAlways();

    @Message("{typed} isn't one of the choices. Pick one from the list.")
    String whenOdd(String typed);

    @Message("A play counts half after")
    String halfLife();

    @Message("As plays to go by say")
    String halfLifeUnsaid();

    @Message("An hour")
    String halfLifeHour();

    @Message("6 hours")
    String halfLifeHours();

    @Message("A day")
    String halfLifeDay();

    @Message("A week")
    String halfLifeWeek();

    @Message("A month")
    String halfLifeMonth();

    @Message("A year")
    String halfLifeYear();

    @Message("{typed} isn't a time from 5 minutes (PT5M) to 10 years (P3650D). Pick one from the list.")
    String halfLifeOdd(String typed);

    @Message("Choose plays to go by or this, not both.")
    String halfLifeBoth();

    /** What a list of songs is; {@code users} is empty for songs that a question names alone. */
    @Message("{#if count == 0}No new songs{#else if count == 1}1 song{#else}{count} songs{/if}"
            + " {#if users}for {users}{#else}like these{/if}")
    String heading(int count, String users);

    @Message("Answered without")
    String without();

    @Message("Count {title} again")
    String countAgain(String title);

    @Message("Leave {title} out")
    String leaveOut(String title);

    @Message("ignore")
    String ignore();

    @Message("Like this")
    String similar();

    @Message("From a model trained {age} on {format:count(interactions)} interactions.")
    String trained(String age, long interactions);

    /** How songs were ranked, or why there are none. */
    @Message("{#switch origin}"
            + "{#case TRAINED}From the trained model."
            + "{#case FOLDED_IN}Ranked from all that is known now."
            + "{#case POPULAR}Most played here."
            + "{#case POPULAR_NO_MODEL}Most played here: no model has been trained yet."
            + "{#case POPULAR_UNKNOWN_USER}Most played here: nothing is known of this listener yet."
            + "{#case NOT_ENOUGH}Not a ranking yet: others know too few of these songs."
            + "{#case NOBODY_ELSE}Segue needs somebody else’s listening to find new songs."
            + "{#case NOTHING}Everything known here has been heard already."
            + "{#case NOTHING_YET}There are no songs to recommend yet."
            + "{/switch}")
    String origin(ResultsView.Origin origin);

    @Message("Add more to learn from")
    String learnMore();

    @Message(
            "{#switch why}{#case ARTIST}An artist you play{#case POPULAR}Played by many{#case REDISCOVER}Not played for a while{/switch}")
    String why(SongRow.Place why);

    @Message("Not played for a while")
    String rediscover();

    @Message("plays")
    String plays();

    @Message("you play")
    String youPlay();

    @Message("you like")
    String youLike();

    @Message("Because")
    String because();

    @Message("by")
    String by();

    @Message("and")
    String and();

    @Message("Verdicts here are of")
    String feedbackOf();

    @Message(
            "ListenBrainz, Spotify and YouTube are outside of this house; they are told which song it is, and not who asks.")
    String listenOutside();

    @Message("Score")
    String score();

    @Message("Bars compare scores within this list.")
    String legend();

    @Message("Segue doesn’t know any songs yet.")
    String empty();

    @Message(
            "Only looking around? Started with segue.demo=true on an empty data folder, Segue brings made-up listeners along.")
    String setupDemo();

    @Message("Getting ready")
    String preparing();

    @Message("Working in the background")
    String working();

    @Message("Songs can be asked for as soon as this is done.")
    String preparingHint();

    @Message("Until this is done, answers come from what is known already.")
    String workingHint();

    @Message("Look again")
    String lookAgain();

    @Message("No answer just now")
    String failedTitle();

    @Message("Segue could not work this out. Try again; if it stays so, the reason is in the service's log.")
    String failed();

    @Message("Segue has too much to compute at the moment. Try again in a minute.")
    String overloaded();

    @Message("model trained {age}")
    String modelAge(String age);

    @Message("model trained {age}, {format:count(interactions)} interactions since")
    String modelAgeAndNews(String age, long interactions);

    @Message("no model yet")
    String noModel();
}
