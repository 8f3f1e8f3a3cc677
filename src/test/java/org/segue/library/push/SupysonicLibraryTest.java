package org.segue.library.push;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.access.Asking;
import org.segue.catalog.User;
import org.segue.library.Account;
import org.segue.library.FileList;
import org.segue.library.FileLists;
import org.segue.library.LibraryConnections;
import org.segue.library.LibraryKind;
import org.segue.library.LibraryLogin;
import org.segue.library.LibraryServer;
import org.segue.library.LibraryService;
import org.segue.library.LibrarySongRepository;
import org.segue.library.LibraryState;
import org.segue.library.LibrarySyncService;
import org.segue.library.LoginRepository;
import org.segue.library.LoginService;
import org.segue.library.LoginTaste;
import org.segue.library.ServerPlaylist;
import org.segue.library.ServerSong;
import org.segue.playlists.CollectorsHome;
import org.segue.playlists.DaysOfPlaylists;
import org.segue.playlists.PlaylistDocument;
import org.segue.playlists.PlaylistService;
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

    @Inject
    PlaylistService playlists;

    @Inject
    FileLists fileLists;

    @Inject
    DaysOfPlaylists days;

    @Inject
    LoginRepository known;

    @Inject
    LibrarySongRepository songs;

    @Inject
    PushedListRepository pushed;

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
                listsArriveReplaceAndStayAway(library, folder.resolve("music"));
            } finally {
                libraries.delete(library.id());
            }
        }
    }

    private void listsArriveReplaceAndStayAway(LibraryState library, Path folder) {
        LibraryLogin anna = login(library, "cleo8", "anna", "sesame");
        LibraryLogin ben = login(library, "cleo9", "ben", "mellon");
        LibraryServer asAnna = connections.open(anna);
        List<ServerSong> all = new ArrayList<>();
        asAnna.songs(all::add);
        assertThat(all).hasSize(130);
        ServerSong starred = all.get(0);
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
        nextDayReplacesTheDailyList(anna, asAnna);
        m3u8LeadsToFiles(library, anna, folder);

        LibraryServer asBen = connections.open(ben);
        assertThat(asBen.playlists()).isNotEmpty();
        assertThat(logins.remove(ben.id())).contains(List.of());
        assertThat(asBen.playlists()).isEmpty();
        assertThat(asAnna.playlists()).isNotEmpty();
    }

    private void nextDayReplacesTheDailyList(LibraryLogin anna, LibraryServer asAnna) {
        LocalDate monday = LocalDate.of(2040, 1, 2);
        on(monday).push(anna);
        ServerPlaylist daily = named(asAnna, "Daily jams");
        List<String> ofMonday = asAnna.songsOf(daily.id()).orElseThrow();

        on(monday.plusDays(1)).push(anna);

        assertThat(named(asAnna, "Daily jams").id()).isEqualTo(daily.id());
        assertThat(asAnna.songsOf(daily.id()).orElseThrow()).isNotEmpty().doesNotContainAnyElementsOf(ofMonday);
        assertThat(asAnna.playlists())
                .extracting(ServerPlaylist::name)
                .doesNotHaveDuplicates()
                .doesNotContain("Weekly jams");
    }

    private ListPushService on(LocalDate day) {
        return new ListPushService(known, connections, songs, new SendableLists(days.on(day)), pushed);
    }

    private void m3u8LeadsToFiles(LibraryState library, LibraryLogin anna, Path music) {
        libraries.change(library.library(), music.toString());
        User user = new User(anna.userId(), anna.listener(), anna.listenerName());
        PlaylistDocument list = playlists.document(playlists.current(user).get(0));
        FileList files = fileLists.of(library.id(), anna.userId(), list, null).orElseThrow();
        assertThat(files.isReal()).isTrue();
        assertThat(files.text().lines().filter(line -> !line.startsWith("#")))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(music.resolve(path)).isRegularFile());
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
