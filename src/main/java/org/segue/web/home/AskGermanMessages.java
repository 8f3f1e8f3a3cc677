package org.segue.web.home;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** {@link AskMessages} in German. */
@Localized("de")
interface AskGermanMessages extends AskMessages {

    @Override
    @Message("Hörer:innen")
    String listeners();

    @Override
    @Message("Weitere Person hinzufügen")
    String anotherUser();

    @Override
    @Message("Empfehlungen holen")
    String ask();

    @Override
    @Message("Anzahl Songs")
    String countLabel();

    @Override
    @Message("Gib einen Namen ein oder wähle mindestens einen Song, den du magst.")
    String userEmpty();

    @Override
    @Message("Du kannst bis zu {most} Personen kombinieren.")
    String usersTooMany(int most);

    @Override
    @Message("Niemand hier heißt „{name}“.")
    String noListener(String name);

    @Override
    @Message("Meinst du")
    String didYouMean();

    @Override
    @Message("Gib eine ganze Zahl von {least} bis {most} ein.")
    String countOutOfRange(int least, int most);

    @Override
    @Message("Kein Song passt zu „{typed}“.")
    String noSong(String typed);

    @Override
    @Message("Du kannst nur Empfehlungen für dich selbst holen.")
    String notYours();

    @Override
    @Message("Songs werden gesucht …")
    String busy();

    @Override
    @Message("Fertig.")
    String ready();

    @Override
    @Message("Songs, die du magst")
    String seedsLabel();

    @Override
    @Message("Entdeckungen")
    String adventure();

    @Override
    @Message("Vertraut")
    String adventureLeast();

    @Override
    @Message("Abenteuerlich")
    String adventureMost();

    @Override
    @Message("{percent} % abenteuerlich")
    String adventureAt(String percent);

    @Override
    @Message("Gesuchte Songs")
    String mode();

    @Override
    @Message("Neue")
    String modeDiscover();

    @Override
    @Message("Bekannte")
    String modeKnown();

    @Override
    @Message("Songs pro Künstler:in")
    String perArtist();

    @Override
    @Message("Beliebig viele")
    String perArtistAny();

    @Override
    @Message("Mehr")
    String moreChoices();

    @Override
    @Message("Songs, die niemand gehört hat")
    String untried();

    @Override
    @Message("Weglassen")
    String untriedNone();

    @Override
    @Message("Nach allen anderen")
    String untriedLast();

    @Override
    @Message("Zwischen den anderen")
    String untriedMixed();

    @Override
    @Message("Nur diese")
    String untriedOnly();

    @Override
    @Message("Songs, die du hast")
    String owned();

    @Override
    @Message("Kein Unterschied")
    String ownedAny();

    @Override
    @Message("Vor anderen, die fast so gut passen")
    String ownedPrefer();

    @Override
    @Message("Nur diese")
    String ownedOnly();

    @Override
    @Message("Weglassen")
    String ownedMissing();

    @Override
    @Message("Auch Live-Versionen und Remixe")
    String versions();

    @Override
    @Message("Welche Wiedergaben zählen")
    String when();

    @Override
    @Message("Automatisch")
    String whenUnsaid();

    @Override
    @Message("Jetzt")
    String whenNow();

    @Override
    @Message("In letzter Zeit")
    String whenLately();

    @Override
    @Message("Immer")
    String whenAlways();

    @Override
    @Message("{typed} gibt es nicht. Wähle etwas aus der Liste.")
    String whenOdd(String typed);

    @Override
    @Message("Eine Wiedergabe zählt halb nach")
    String halfLife();

    @Override
    @Message("Wie oben gewählt")
    String halfLifeUnsaid();

    @Override
    @Message("Einer Stunde")
    String halfLifeHour();

    @Override
    @Message("6 Stunden")
    String halfLifeHours();

    @Override
    @Message("Einem Tag")
    String halfLifeDay();

    @Override
    @Message("Einer Woche")
    String halfLifeWeek();

    @Override
    @Message("Einem Monat")
    String halfLifeMonth();

    @Override
    @Message("Einem Jahr")
    String halfLifeYear();

    @Override
    @Message("{typed} ist keine Zeit von 5 Minuten (PT5M) bis 10 Jahren (P3650D). Wähle etwas aus der Liste.")
    String halfLifeOdd(String typed);

    @Override
    @Message("Wähle oben, welche Wiedergaben zählen, oder dies, nicht beides.")
    String halfLifeBoth();

    @Override
    @Message("{title} entfernen")
    String leaveOut(String title);
}
