package org.segue.playlists;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.segue.catalog.Catalog;
import org.segue.catalog.User;
import org.segue.testsupport.LibraryRows;

/** Lists of listeners with a library. */
@QuarkusTest
@TestProfile(CollectorsHome.Profile.class)
class OwnedPlaylistsTest {

    private static final LocalDate MONDAY = LocalDate.of(2031, 1, 6);

    /** Cleo 1 knows most of the first half. */
    private static final List<String> OWNED = IntStream.rangeClosed(1, 250)
            .filter(song -> song % 2 == 0)
            .mapToObj(song -> "c" + song)
            .toList();

    @Inject
    CollectorsHome home;

    @Inject
    PlaylistGeneration generation;

    @Inject
    PlaylistRepository playlists;

    @Inject
    TrackRepository tracks;

    @Inject
    Catalog catalog;

    @Inject
    LibraryRows libraries;

    @BeforeEach
    void moveIn() {
        home.moveIn();
        libraries.signIn(libraries.add("subsonic", "Shelf", OWNED), "cleo1");
    }

    @AfterEach
    void moveOut() {
        libraries.removeAll();
    }

    private List<Playlist> made(String name) {
        User user = catalog.user(name).join().orElseThrow();
        generation.makeMissing(user, MONDAY, Instant.parse("2031-01-06T05:00:00Z"));
        return playlists.of(user.id()).stream()
                .filter(list -> MONDAY.equals(list.period()))
                .toList();
    }

    private List<String> songs(Playlist list) {
        return tracks.of(list.songIds()).stream()
                .map(track -> track.song().publicId())
                .toList();
    }

    @Test
    void lists_ofAListenerWithALibrary_holdWhatIsInIt() {
        List<Playlist> lists = made("cleo1");

        assertThat(lists).hasSameSizeAs(PlaylistKind.values());
        for (Playlist list : lists) {
            assertThat(songs(list)).as(list.title()).hasSizeGreaterThan(10).isSubsetOf(OWNED);
        }
    }

    @Test
    void lists_ofAListenerWithoutALogin_areAsBefore() {
        List<Playlist> lists = made("cleo2");

        assertThat(lists).hasSameSizeAs(PlaylistKind.values());
        for (Playlist list : lists) {
            assertThat(songs(list)).as(list.title()).anyMatch(song -> !OWNED.contains(song));
        }
    }
}
