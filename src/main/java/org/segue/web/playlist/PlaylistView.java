package org.segue.web.playlist;

import io.quarkus.qute.TemplateData;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.User;
import org.segue.playlists.PlaylistDocument;
import org.segue.playlists.PlaylistKind;
import org.segue.web.Audience;

/**
 * A playlist as its page shows it.
 *
 * @param list its songs
 * @param title in the reader's language
 * @param user whose it is
 * @param kind what Segue created it as, null if somebody saved it
 * @param isYours whether the reader can save or delete it
 * @param audience whose feedback its rows take
 * @param verdicts what that listener has said of songs, by their public ids
 */
@TemplateData
public record PlaylistView(
        PlaylistDocument list,
        String title,
        User user,
        @Nullable PlaylistKind kind,
        boolean isYours,
        Audience audience,
        Map<String, String> verdicts) {

    /** Love, dislike or ban; empty for a song of which nothing is said. */
    public String said(String song) {
        return verdicts.getOrDefault(song, "");
    }
}
