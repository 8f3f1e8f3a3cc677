package org.segue.library.push;

import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.segue.access.Asking;
import org.segue.catalog.Catalog;
import org.segue.catalog.Song;
import org.segue.catalog.User;
import org.segue.library.Account;
import org.segue.library.LibraryKind;
import org.segue.library.LibraryLogin;
import org.segue.library.LibraryService;
import org.segue.library.LibraryState;
import org.segue.library.LibrarySyncService;
import org.segue.library.LoginService;
import org.segue.library.LoginTaste;
import org.segue.playlists.CollectorsHome;
import org.segue.playlists.Playlist;
import org.segue.playlists.PlaylistService;
import org.segue.testsupport.Eventually;
import org.segue.testsupport.FakeJellyfin;
import org.segue.testsupport.FakeLibrary;
import org.segue.testsupport.FakeLibrary.FakeList;
import org.segue.testsupport.FakeLibrary.FakeSong;
import org.segue.testsupport.FakeServer;

/** A household with lists, and servers that they may be sent to. */
abstract class PushHousehold {

    @Inject
    CollectorsHome home;

    @Inject
    LibraryService libraries;

    @Inject
    LoginService logins;

    @Inject
    LibrarySyncService syncs;

    @Inject
    ListPushService push;

    @Inject
    PlaylistService playlists;

    @Inject
    Catalog catalog;

    final FakeLibrary music = new FakeLibrary();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();

    @BeforeEach
    void moveIn() {
        home.moveIn();
        List<FakeSong> songs = new ArrayList<>();
        for (int i = 1; i <= 130; i++) {
            FakeSong song = FakeLibrary.song("%032x".formatted(i), "Collected " + i / 2, "C " + i, "Album");
            songs.add(song);
        }
        music.songs(songs);
        music.account("anna", "sesame");
        music.account("ben", "mellon");
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable server : open) {
            server.close();
        }
        kept.forEach(playlists::delete);
        libraries.list().forEach(library -> libraries.delete(library.id()));
    }

    LibraryState library(FakeServer server) {
        open.add(server);
        LibraryKind kind = server instanceof FakeJellyfin ? LibraryKind.JELLYFIN : LibraryKind.SUBSONIC;
        URI address = server.address();
        return libraries.create(kind, "Library at " + address.getPort(), address, null);
    }

    LibraryLogin login(LibraryState library, String listener, String account) {
        Asking.tokenOfImported(listener);
        String password = account.equals("anna") ? "sesame" : "mellon";
        LibraryLogin login =
                logins.add(library.library(), listener, new Account(account, password, false), LoginTaste.DEFAULT);
        int sync = syncs.sync(library.id(), false).id();
        Eventually.until(() -> syncs.byId(sync).orElseThrow().status().isFinal());
        return login;
    }

    ListOnServer state(LibraryLogin login, String list) {
        return push.of(login).stream()
                .filter(each -> each.list().equals(list))
                .findFirst()
                .orElseThrow();
    }

    FakeList named(String owner, String name) {
        return music.lists().values().stream()
                .filter(list -> list.owner.equals(owner) && list.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    User user(String publicId) {
        return catalog.user(publicId).join().orElseThrow();
    }

    Playlist keep(String user, String name, int from, int to) {
        List<Integer> keys = new ArrayList<>();
        for (int i = from; i < to; i++) {
            keys.add(catalog.song("c" + i).join().map(Song::id).orElseThrow());
        }
        Playlist list = playlists.keep(user(user), name, keys).orElseThrow();
        kept.add(list.id());
        return list;
    }
}
