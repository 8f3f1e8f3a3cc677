package org.segue.web.models;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of song models: those that are here, and the form that takes them in. */
@MessageBundle(value = "songModel", locale = "en")
interface SongModelMessages {

    /** Where a song model comes from. */
    @Message(
            "{format:count(model.songs)} of {format:count(model.allSongs)} songs, from {#if model.users == 1}1 listener{#else}{format:count(model.users)} listeners{/if}")
    String songsOf(SongModelView model);

    @Message("license {license}")
    String license(String license);

    @Message("Reveals what individual listeners play. Keep it private.")
    String tellsOfPeople();

    @Message("Export song model")
    String export();

    @Message("Import a song model")
    String title();

    @Message(
            "A song model contains what another Segue learned about songs, without any listeners. You can then search for its songs and get them recommended. About {format:count(songs)} songs fit into memory here. The songs you’ve played come first, then the most popular.")
    String hint(int songs);

    @Message("Song model file")
    String file();

    @Message("Import song model")
    String importNow();

    @Message("Choose one song model file.")
    String one();

    @Message("Segue can’t save the file. Its disk may be full or read-only. Try again later.")
    String unkept();
}
