package org.segue.web.song;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of a song's page. */
@MessageBundle(value = "song", locale = "en")
interface SongMessages {

    @Message("{#if count == 1}1 listener{#else}{count} listeners{/if} here")
    String listeners(int count);

    @Message("Most like it")
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

    @Message("Also spelled")
    String doubles();

    @Message("What counts as this song is counted here; of the others nobody knows yet.")
    String doublesHint();

    @Message("Counts as this song")
    String joined();

    @Message("May be the same song")
    String maybe();

    @Message("These are two songs")
    String twoSongs();

    @Message("A way to another song")
    String way();

    @Message("Where to?")
    String wayTo();

    @Message("There is no way to {title}: the model does not know both songs, or they are the same.")
    String noWay(String title);
}
