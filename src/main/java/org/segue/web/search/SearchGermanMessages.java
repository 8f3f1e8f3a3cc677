package org.segue.web.search;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** {@link SearchMessages} in German. */
@Localized("de")
interface SearchGermanMessages extends SearchMessages {

    @Override
    @Message("Hörer:innen, Künstler und Songs suchen")
    String title();

    @Override
    @Message("Tippe den Anfang eines beliebigen Worts. Groß- und Kleinschreibung und Akzente zählen nicht.")
    String lead();

    @Override
    @Message("Hörer:innen")
    String people();

    @Override
    @Message("Künstler")
    String artists();

    @Override
    @Message("Nichts gefunden für „{typed}“.")
    String nothing(String typed);

    @Override
    @Message("Suche mit höchstens {most} Zeichen.")
    String tooLong(int most);

    @Override
    @Message("Meintest du")
    String similar();

    @Override
    @Message("Importiere deinen Hörverlauf")
    String importInstead();

    @Override
    @Message("Nächste Seite")
    String next();

    @Override
    @Message("Vorige Seite")
    String previous();

    @Override
    @Message("Seite {number}")
    String page(int number);

    @Override
    @Message("Treffer")
    String suggestions();

    @Override
    @Message("Song")
    String song();

    @Override
    @Message("Künstler")
    String artist();

    @Override
    @Message("Hörer:in")
    String listener();
}
