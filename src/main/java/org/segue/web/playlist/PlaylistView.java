package org.segue.web.playlist;

import io.quarkus.qute.TemplateData;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.User;
import org.segue.playlists.PlaylistDocument;
import org.segue.playlists.PlaylistKind;

/**
 * A playlist as its page shows it.
 *
 * @param list its songs
 * @param title in the reader's language
 * @param user whose it is
 * @param kind what Segue created it as, null if somebody saved it
 * @param isYours whether the reader can save or delete it
 */
@TemplateData
public record PlaylistView(
        PlaylistDocument list,
        String title,
        User user,
        @Nullable PlaylistKind kind,
        boolean isYours) {}
