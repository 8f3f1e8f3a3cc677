package org.segue.playlists;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.catalog.RecordingIds;
import org.segue.catalog.Song;
import org.segue.storage.Databases;
import org.segue.storage.Statements;

/** Songs of lists in a real database, some of which have gone or been joined since. */
class TrackRepositoryTest {

    @TempDir
    Path folder;

    private Databases.Opened opened;

    @BeforeEach
    void open() {
        opened = Databases.open(folder);
        write("INSERT INTO artist (id, public_id, name, name_key) VALUES (1, 'them', 'Them', 'them')");
        for (int id = 1; id <= 4; id++) {
            write("INSERT INTO song (id, public_id, title, artist_id, album, mbid, isrc, duration_ms)"
                    + " VALUES (%1$d, 's%1$d', 'Song %1$d', 1, 'Album', 'mbid-%1$d', 'isrc-%1$d', %1$d000)"
                            .formatted(id));
        }
    }

    @AfterEach
    void close() throws Exception {
        opened.close();
    }

    @Test
    void of_keys_keepsTheirOrder() {
        assertThat(of(3, 1, 2)).extracting(track -> track.song().publicId()).containsExactly("s3", "s1", "s2");
        assertThat(of(2))
                .containsExactly(new Track(
                        new Song(2, "s2", "Song 2", 1, "Them", "them", "Album"),
                        new RecordingIds("mbid-2", "isrc-2"),
                        2000));
        assertThat(of()).isEmpty();
    }

    @Test
    void of_songThatWasJoined_isTheOther_onceOnly() {
        write("UPDATE song SET merged_into = 2, mbid = NULL WHERE id = 1");

        assertThat(of(1))
                .extracting(
                        track -> track.song().publicId(), track -> track.ids().mbid())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("s2", "mbid-2"));
        assertThat(of(3, 1, 2, 4)).extracting(track -> track.song().publicId()).containsExactly("s3", "s2", "s4");
    }

    @Test
    void of_songThatIsGone_isLeftOut() {
        write("DELETE FROM song WHERE id = 3");

        assertThat(of(4, 3, 2)).extracting(track -> track.song().publicId()).containsExactly("s4", "s2");
    }

    @Test
    void of_songOfWhichNothingIsKnown_hasNothing() {
        write("INSERT INTO song (id, public_id, title) VALUES (9, 's9', 'Bare')");

        assertThat(of(9))
                .containsExactly(new Track(new Song(9, "s9", "Bare", 0, "", null, null), RecordingIds.NONE, null));
    }

    private List<Track> of(Integer... keys) {
        return new TrackRepository(opened.database()).of(List.of(keys));
    }

    private void write(String sql) {
        opened.database().writeNow(connection -> Statements.update(connection, sql));
    }
}
