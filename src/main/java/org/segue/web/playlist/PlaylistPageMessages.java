package org.segue.web.playlist;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of a playlist's page and of playlists on other pages. */
@MessageBundle(value = "playlist", locale = "en")
interface PlaylistPageMessages {

    @Message("Take it along as")
    String takeAlong();

    @Message("{title} as {format}")
    String fileOf(String title, String format);

    @Message("This list has no songs any more.")
    String empty();
}
