package org.segue.web.playlist;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;
import java.time.LocalDate;
import org.segue.playlists.PlaylistKind;

/** Messages of playlists in German. */
@Localized("de")
interface PlaylistPageGermanMessages extends PlaylistPageMessages {

    @Override
    @Message("Herunterladen als")
    String takeAlong();

    @Override
    @Message("{title} als {format} herunterladen")
    String fileOf(String title, String format);

    @Override
    @Message("Diese Playlist ist leer.")
    String empty();

    @Override
    @Message("Playlists")
    String playlists();

    @Override
    @Message("Segue erstellt für alle jeden Tag und jede Woche Playlists. Speichere die, die du behalten willst.")
    String lead();

    @Override
    @Message("So funktionieren Playlists")
    String how();

    @Override
    @Message("Playlists für {name}")
    String playlistsFor(String name);

    @Override
    @Message("Playlists ansehen")
    String show();

    @Override
    @Message("Diese Woche")
    String now();

    @Override
    @Message("Gespeichert")
    String kept();

    @Override
    @Message("Noch keine Playlists. Segue erstellt sie aus Wiedergaben.")
    String noneNow();

    @Override
    @Message(
            "Noch keine gespeicherten Playlists. Öffne eine Playlist oder hol dir Empfehlungen, und speichere sie dann.")
    String noneKept();

    @Override
    @Message("{#switch kind}"
            + "{#case DAILY_JAMS}Tagesmix für {name}, {format:day(day)}"
            + "{#case WEEKLY_JAMS}Wochenmix für {name}, Woche vom {format:day(day)}"
            + "{#case WEEKLY_EXPLORATION}Neuentdeckungen für {name}, Woche vom {format:day(day)}"
            + "{#case REDISCOVER}Wiederentdecken für {name}, Woche vom {format:day(day)}"
            + "{/switch}")
    String titled(PlaylistKind kind, String name, LocalDate day);

    @Override
    @Message("{#switch kind}"
            + "{#case DAILY_JAMS}Songs, die du kennst und magst und seit gestern nicht gehört hast. Jeden Tag neu."
            + "{#case WEEKLY_JAMS}Songs, die du kennst und magst und eine Weile nicht gehört hast. Jeden Montag neu."
            + "{#case WEEKLY_EXPLORATION}Songs, die neu für dich sind, nach dem, was du magst. Jeden Montag neu."
            + "{#case REDISCOVER}Songs, die du liebst oder oft gehört hast, aber seit Monaten nicht. Jeden Montag neu."
            + "{/switch}")
    String about(PlaylistKind kind);

    @Override
    @Message("Playlist speichern")
    String save();

    @Override
    @Message("Mehr gespeicherte Playlists gehen nicht. Lösche zuerst eine.")
    String tooMany();

    @Override
    @Message("Playlist löschen")
    String delete();

    @Override
    @Message("Diese Playlist löschen?")
    String deleteTitle();

    @Override
    @Message("„{title}“ löschen? Das lässt sich nicht rückgängig machen.")
    String deleteSure(String title);

    @Override
    @Message("Alle Playlists")
    String all();
}
