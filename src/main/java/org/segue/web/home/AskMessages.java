package org.segue.web.home;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of the form of the home page. */
@MessageBundle(value = "ask", locale = "en")
interface AskMessages {

    @Message("Listeners")
    String listeners();

    @Message("Add another listener")
    String anotherUser();

    @Message("Get recommendations")
    String ask();

    @Message("Number of songs")
    String countLabel();

    @Message("Enter a listener’s name, or add at least one song you like.")
    String userEmpty();

    @Message("You can combine up to {most} listeners.")
    String usersTooMany(int most);

    @Message("No listener is named “{name}”.")
    String noListener(String name);

    @Message("Did you mean")
    String didYouMean();

    @Message("Enter a whole number from {least} to {most}.")
    String countOutOfRange(int least, int most);

    @Message("No song matches “{typed}”.")
    String noSong(String typed);

    @Message("You can only get recommendations for yourself.")
    String notYours();

    @Message("Finding songs…")
    String busy();

    @Message("Ready.")
    String ready();

    @Message("Songs you like")
    String seedsLabel();

    @Message("Discovery")
    String adventure();

    @Message("Familiar")
    String adventureLeast();

    @Message("Adventurous")
    String adventureMost();

    @Message("{percent}% adventurous")
    String adventureAt(String percent);

    @Message("Songs to find")
    String mode();

    @Message("New")
    String modeDiscover();

    @Message("Known")
    String modeKnown();

    @Message("Songs per artist")
    String perArtist();

    @Message("Any number")
    String perArtistAny();

    @Message("More")
    String moreChoices();

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

    @Message("Which plays count")
    String when();

    @Message("Automatic")
    String whenUnsaid();

    @Message("Now")
    String whenNow();

    @Message("Lately")
    String whenLately();

    @Message("Always")
    String whenAlways();

    @Message("{typed} isn’t one of the choices. Pick one from the list.")
    String whenOdd(String typed);

    @Message("A play counts half after")
    String halfLife();

    @Message("As chosen above")
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

    @Message("{typed} isn’t a time from 5 minutes (PT5M) to 10 years (P3650D). Pick one from the list.")
    String halfLifeOdd(String typed);

    @Message("Choose which plays count, or this, not both.")
    String halfLifeBoth();

    @Message("Remove {title}")
    String leaveOut(String title);
}
