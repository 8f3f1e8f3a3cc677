package org.segue.web.song;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** {@link SongMessages} in German. */
@Localized("de")
interface SongGermanMessages extends SongMessages {

    @Override
    @Message("{#if count == 1}1 Hörer:in{#else}{format:count(count)} Hörer:innen{/if}")
    String listeners(int count);

    @Override
    @Message("Ähnliche Songs")
    String similar();

    @Override
    @Message("Radio ab diesem Song")
    String startRadio();

    @Override
    @Message("Radio ab {title}")
    String radioOf(String title);

    @Override
    @Message("Jeder Song folgt aus denen davor. Kein Song kommt zweimal.")
    String radioLead();

    @Override
    @Message("Zurück zum Song")
    String backToSong();

    @Override
    @Message("Neues Radio starten")
    String anotherRadio();

    @Override
    @Message("Nächste Songs zeigen")
    String nextSongs();

    @Override
    @Message("Derselbe Song, anders geschrieben")
    String doubles();

    @Override
    @Message("Wiedergaben von Songs, die als dieser zählen, sind hier mitgezählt.")
    String doublesHint();

    @Override
    @Message("Zählt als dieser Song")
    String joined();

    @Override
    @Message("Vielleicht derselbe Song")
    String maybe();

    @Override
    @Message("Das sind zwei Songs")
    String twoSongs();

    @Override
    @Message("Weg zu einem anderen Song")
    String way();

    @Override
    @Message("Ziel")
    String wayTo();

    @Override
    @Message("Kein Weg von hier zu {title}.")
    String noWay(String title);

    @Override
    @Message("Kein Song passt zu „{typed}“.")
    String noSuchSong(String typed);

    @Override
    @Message("Das ist dieser Song. Wähle einen anderen.")
    String sameSong();

    @Override
    @Message("Das Modell kennt {title} noch nicht. Trainiere ein Modell, damit es ihn lernt.")
    String unknownToModel(String title);
}
