package org.segue.library.push;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.segue.catalog.User;
import org.segue.library.LibraryLogin;
import org.segue.playlists.Playlist;
import org.segue.playlists.PlaylistDocument;
import org.segue.playlists.PlaylistKind;
import org.segue.playlists.PlaylistService;

/** Finds the lists that a listener may have on a server: one of each kind that Segue makes, and those that they keep. Blocks. */
@Singleton
class SendableLists {

    private final PlaylistService playlists;

    SendableLists(PlaylistService playlists) {
        this.playlists = playlists;
    }

    /** All of them; one of a kind that was not made for now has no songs. */
    List<SendableList> of(LibraryLogin login) {
        User user = new User(login.userId(), login.listener(), login.listenerName());
        List<Playlist> current = playlists.current(user);
        List<SendableList> all = new ArrayList<>();
        for (PlaylistKind kind : PlaylistKind.values()) {
            all.add(current.stream()
                    .filter(list -> list.kind() == kind)
                    .map(list -> generated(kind, playlists.document(list)))
                    .findFirst()
                    .orElse(new SendableList(kind.word(), name(kind), "", List.of())));
        }
        for (Playlist kept : playlists.keptBy(user)) {
            PlaylistDocument document = playlists.document(kept);
            all.add(new SendableList(kept.id(), kept.title(), "", keys(document)));
        }
        return all;
    }

    private static SendableList generated(PlaylistKind kind, PlaylistDocument document) {
        String about = document.annotation() == null ? "" : document.annotation();
        return new SendableList(kind.word(), name(kind), about, keys(document));
    }

    /** What a kind is called on servers. */
    static String name(PlaylistKind kind) {
        return switch (kind) {
            case DAILY_JAMS -> "Daily jams";
            case WEEKLY_JAMS -> "Weekly jams";
            case WEEKLY_EXPLORATION -> "Weekly exploration";
            case REDISCOVER -> "Rediscover";
        };
    }

    private static List<Integer> keys(PlaylistDocument document) {
        return document.tracks().stream().map(track -> track.song().id()).toList();
    }
}
