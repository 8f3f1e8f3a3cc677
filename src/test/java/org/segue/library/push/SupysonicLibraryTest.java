package org.segue.library.push;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.access.Asking;
import org.segue.library.Account;
import org.segue.library.LibraryConnections;
import org.segue.library.LibraryKind;
import org.segue.library.LibraryLogin;
import org.segue.library.LibraryServer;
import org.segue.library.LibraryService;
import org.segue.library.LibraryState;
import org.segue.library.LibrarySyncService;
import org.segue.library.LoginService;
import org.segue.library.LoginTaste;
import org.segue.library.ServerPlaylist;
import org.segue.library.ServerSong;
import org.segue.playlists.CollectorsHome;
import org.segue.testsupport.Eventually;
import org.segue.testsupport.Supysonic;

/** A household's real server: its songs are synced, its stars become loves, lists arrive in it. */
@QuarkusTest
@TestProfile(ListPushTest.Profile.class)
class SupysonicLibraryTest {

    @Inject
    CollectorsHome home;

    @Inject
    LibraryService libraries;

    @Inject
    LoginService logins;

    @Inject
    LibrarySyncService syncs;

    @Inject
    LibraryConnections connections;

    @Inject
    ListPushService push;

    @Test
    void household_withItsServer(@TempDir Path folder) throws IOException {
        assumeTrue(Supysonic.isInstalled(), "skipped: supysonic or python3-waitress is not installed");
        home.moveIn();
        try (Supysonic server = Supysonic.in(folder)) {
            server.user("anna", "sesame");
            server.user("ben", "mellon");
            for (int i = 1; i <= 130; i++) {
                server.song("Collected " + i / 2, "Album", "C " + i, 100 + i);
            }
            server.start();
            LibraryState library = libraries.create(LibraryKind.SUBSONIC, "supysonic", server.address(), null);
            try {
                listsArriveReplaceAndStayAway(library);
            } finally {
                libraries.delete(library.id());
            }
        }
    }

    private void listsArriveReplaceAndStayAway(LibraryState library) {
        LibraryLogin anna = login(library, "cleo8", "anna", "sesame");
        LibraryLogin ben = login(library, "cleo9", "ben", "mellon");
        LibraryServer asAnna = connections.open(anna);
        List<ServerSong> songs = new ArrayList<>();
        asAnna.songs(songs::add);
        assertThat(songs).hasSize(130);
        ServerSong starred = songs.get(0);
        asAnna.star(starred.id(), true);
        sync(library);
        assertThat(loves("cleo8")).contains(starred.names().title());
        assertThat(loves("cleo9")).doesNotContain(starred.names().title());

        push.push(anna);
        push.push(ben);
        assertThat(push.of(anna)).allMatch(list -> list.state() == PushState.SENT);
        ServerPlaylist weekly = named(asAnna, "Weekly jams");
        assertThat(weekly.comment()).contains("changes here are overwritten");
        assertThat(asAnna.playlists()).allMatch(list -> "anna".equals(list.owner()));
        List<String> ids = asAnna.songsOf(weekly.id()).orElseThrow();
        assertThat(ids).hasSizeGreaterThanOrEqualTo(25);

        asAnna.replace(weekly.id(), "Renamed", String.valueOf(weekly.comment()), ids.subList(0, 2));
        push.push(anna);
        assertThat(named(asAnna, "Weekly jams").id()).isEqualTo(weekly.id());
        assertThat(asAnna.songsOf(weekly.id())).contains(ids);

        asAnna.delete(weekly.id());
        push.push(anna);
        assertThat(asAnna.playlists()).extracting(ServerPlaylist::name).doesNotContain("Weekly jams");
    }

    private LibraryLogin login(LibraryState library, String listener, String account, String password) {
        Asking.tokenOfImported(listener);
        LibraryLogin login =
                logins.add(library.library(), listener, new Account(account, password, false), LoginTaste.DEFAULT);
        sync(library);
        return login;
    }

    private void sync(LibraryState library) {
        int sync = syncs.sync(library.id(), false).id();
        Eventually.until(() -> syncs.byId(sync).orElseThrow().status().isFinal());
        assertThat(syncs.byId(sync).orElseThrow().status().word()).isEqualTo("completed");
    }

    private static ServerPlaylist named(LibraryServer server, String name) {
        return server.playlists().stream()
                .filter(list -> list.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> loves(String listener) {
        return given().get("/api/users/%s/feedback".formatted(listener))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.findAll { it.verdict == 'love' }.name");
    }
}
