package org.segue.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.RecordingRepository;
import org.segue.library.LibrarySong.MatchedBy;

/** Songs of a library that nothing here is, what they may be though, and what somebody says of that. */
class LibraryCandidatesTest {

    private final FakeServer server = new FakeServer();

    @TempDir
    private Path folder;

    private RunningLibraries running;
    private int library;

    @BeforeEach
    void start() throws IOException {
        running = RunningLibraries.start(folder, server);
        library = running.create();
        running.login(library, "anna");
        heard("Nella Quist", "Harbour Lights");
        heard("Mira Holt", "Harbour Lights");
        server.add("a", "Nella Quist", "Harbor Lights");
        server.add("b", "Nella Quist", "Something else");
    }

    @AfterEach
    void stop() throws IOException {
        running.close();
    }

    private void heard(String artist, String title) {
        RecordingRepository recordings = running.catalog.recordings();
        recordings.keep(ExternalSong.named(artist, title, null), made -> {});
    }

    private LibrarySong song(String id) {
        return running.songs.page(library, null, 0, 10).stream()
                .filter(song -> song.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private int candidate() {
        return song("a").match().candidates().get(0).song().id();
    }

    @Test
    void candidate_isOfTheArtist_andSpeltNearlyAlike() {
        running.sync(library);

        assertThat(song("a").match().by()).isEqualTo(MatchedBy.NEW);
        assertThat(song("a").match().candidates()).singleElement().satisfies(near -> {
            assertThat(near.song().title()).isEqualTo("Harbour Lights");
            assertThat(near.song().artist()).isEqualTo("Nella Quist");
            assertThat(near.similarity()).isBetween(0.9, 1.0);
        });
        assertThat(song("b").match().candidates()).isEmpty();
        assertThat(running.songs.page(library, null, 0, 1))
                .extracting(LibrarySong::id)
                .containsExactly("a");
    }

    @Test
    void candidate_accepted_isTheSong_nowAndAfterSyncs() {
        running.sync(library);
        int other = candidate();

        assertThat(running.choices.accept(library, "a", other))
                .hasValueSatisfying(song -> assertThat(song.match().by()).isEqualTo(MatchedBy.HAND));
        running.sync(library);

        assertThat(song("a").match().song().id()).isEqualTo(other);
        assertThat(song("a").match().by()).isEqualTo(MatchedBy.HAND);
        assertThat(song("a").match().candidates()).isEmpty();
        assertThat(running.owns("anna")).containsExactlyInAnyOrder("Harbour Lights", "Something else");
    }

    @Test
    void candidate_refused_staysAway_alsoAfterSyncs() {
        running.sync(library);
        int other = candidate();

        assertThat(running.choices.refuse(library, "a", other)).isPresent();
        running.sync(library);
        server.add("c", "Nella Quist", "A third");
        running.sync(library);

        assertThat(song("a").match().by()).isEqualTo(MatchedBy.NEW);
        assertThat(song("a").match().candidates()).isEmpty();
        assertThat(running.owns("anna")).contains("Harbor Lights").doesNotContain("Harbour Lights");
    }

    @Test
    void choice_ofASongThatTheLibraryLacks_isNone() {
        running.sync(library);
        assertThat(running.choices.accept(library, "no-such", candidate())).isEmpty();
        assertThat(running.choices.refuse(library + 1, "a", candidate())).isEmpty();
        assertThat(running.matches(library).values()).containsOnly("new");
    }
}
