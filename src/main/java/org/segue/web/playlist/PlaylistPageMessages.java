package org.segue.web.playlist;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of a playlist's page and of playlists on other pages. */
@MessageBundle(value = "playlist", locale = "en")
interface PlaylistPageMessages {

    @Message("Download as")
    String takeAlong();

    @Message("Download {title} as {format}")
    String fileOf(String title, String format);

    @Message("This playlist is empty.")
    String empty();
}
