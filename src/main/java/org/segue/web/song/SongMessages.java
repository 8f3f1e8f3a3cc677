package org.segue.web.song;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of a song's page. */
@MessageBundle(value = "song", locale = "en")
interface SongMessages {

    @Message("{#if count == 1}1 listener{#else}{format:count(count)} listeners{/if}")
    String listeners(int count);

    @Message("Similar songs")
    String similar();

    @Message("Start radio from this song")
    String startRadio();

    @Message("Radio from {title}")
    String radioOf(String title);

    @Message("Each song follows from those before it. No song comes twice.")
    String radioLead();

    @Message("Back to the song")
    String backToSong();

    @Message("Start another radio")
    String anotherRadio();

    @Message("Show the next songs")
    String nextSongs();

    @Message("Same song, other spellings")
    String doubles();

    @Message("Plays of songs that count as this song are counted here.")
    String doublesHint();

    @Message("Counts as this song")
    String joined();

    @Message("May be the same song")
    String maybe();

    @Message("These are two songs")
    String twoSongs();

    @Message("Path to another song")
    String way();

    @Message("Target song")
    String wayTo();

    @Message("No path from here to {title}.")
    String noWay(String title);

    @Message("No song matches “{typed}”.")
    String noSuchSong(String typed);

    @Message("That is this song. Choose another one.")
    String sameSong();

    @Message("The model doesn’t know {title} yet. Train a model to include it.")
    String unknownToModel(String title);
}
