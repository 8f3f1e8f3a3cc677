package org.segue.web.playlist;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.segue.playlists.Playlist;
import org.segue.playlists.PlaylistKind;
import org.segue.web.Language;

/** What playlists are called on pages: in the reader's language, unless somebody has named them. */
@Singleton
class PlaylistTitles {

    private final Language language;

    PlaylistTitles(Language language) {
        this.language = language;
    }

    String of(Playlist list) {
        PlaylistKind kind = list.kind();
        LocalDate period = list.period();
        return kind == null || period == null
                ? list.title()
                : language.messages(PlaylistPageMessages.class)
                        .titled(kind, list.user().name(), period);
    }
}
