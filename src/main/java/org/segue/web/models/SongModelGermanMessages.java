package org.segue.web.models;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** Messages of song models in German. */
@Localized("de")
interface SongModelGermanMessages extends SongModelMessages {

    @Override
    @Message(
            "{format:count(model.songs)} von {format:count(model.allSongs)} Songs, von {#if model.users == 1}1 Hörer:in{#else}{format:count(model.users)} Hörer:innen{/if}")
    String songsOf(SongModelView model);

    @Override
    @Message("Lizenz {license}")
    String license(String license);

    @Override
    @Message("Verrät, was Einzelne hören. Behalte es für dich.")
    String tellsOfPeople();

    @Override
    @Message("Song-Modell exportieren")
    String export();

    @Override
    @Message("Song-Modell importieren")
    String title();

    @Override
    @Message(
            "Ein Song-Modell enthält, was ein anderes Segue über Songs gelernt hat, aber keine Hörer:innen. Danach kannst du seine Songs suchen und empfohlen bekommen. Etwa {format:count(songs)} Songs passen hier in den Speicher. Zuerst kommen die, die du gehört hast, dann die beliebtesten.")
    String hint(int songs);

    @Override
    @Message("Datei mit dem Song-Modell")
    String file();

    @Override
    @Message("Song-Modell importieren")
    String importNow();

    @Override
    @Message("Wähle genau eine Datei mit einem Song-Modell.")
    String one();

    @Override
    @Message(
            "Segue kann die Datei nicht speichern. Die Festplatte ist vielleicht voll oder schreibgeschützt. Versuch es später noch einmal.")
    String unkept();
}
