package org.segue.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.segue.catalog.RecordingIds;
import org.segue.catalog.Song;
import org.segue.playlists.PlaylistDocument;
import org.segue.playlists.Track;

class FileListTest {

    static PlaylistDocument list(String... titles) {
        List<Track> tracks = new ArrayList<>();
        for (String title : titles) {
            int key = tracks.size() + 1;
            Song song = new Song(key, "song-" + key, title, 1, "Artist", "artist", null);
            tracks.add(new Track(song, RecordingIds.NONE, key == 1 ? 61_499 : null));
        }
        return new PlaylistDocument(
                null, "Sunday\nmorning", null, "anna", null, Instant.parse("2026-11-30T06:00:00Z"), null, tracks);
    }

    @Test
    void text_isWhereTheSongsAre_withoutThoseThatAreNot() {
        Map<Integer, List<String>> paths = Map.of(
                1, List.of("/music/A/One.flac"),
                2, List.of("/elsewhere/Two.flac", "/music/Two (copy).flac"),
                3, List.of("/music/../Three.flac"),
                4, List.of("/music/Fo\nur.flac"));

        FileList files =
                FileList.of("Navi\ndrome", list("One", "Two\r\n#EXTM3U", "Three", "Four", "Five"), paths, "/music");

        assertThat(files.isReal()).isTrue();
        assertThat(files.text()).isEqualTo("""
                #EXTM3U
                #PLAYLIST:Sunday morning
                #EXTINF:61,Artist - One
                A/One.flac
                #EXTINF:-1,Artist - Two #EXTM3U
                Two (copy).flac
                # Left out, because Navi drome has no file of them there: 3
                """);
    }

    @Test
    void madeUpPaths_areNeverWritten_andTheWayOutIsSaid() {
        FileList files = FileList.madeUp("Navidrome");

        assertThat(files.isReal()).isFalse();
        assertThat(files.text()).isEmpty();
        assertThat(files.howToTellPaths()).contains("Navidrome", "Report Real Path", "sync again");
    }

    @Test
    void paths_areReal_fromTheRoot_orIfTheFolderHoldsTheFirst(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("music/A"));
        Files.createFile(folder.resolve("music/A/One.flac"));
        Files.createFile(folder.resolve("outside.flac"));
        String music = folder.resolve("music").toString();

        assertThat(FileLists.isReal("/music/A/One.flac", null)).isTrue();
        assertThat(FileLists.isReal("A/One.flac", music)).isTrue();
        assertThat(FileLists.isReal("A/One.flac", null)).isFalse();
        assertThat(FileLists.isReal("A/01 - One.flac", music)).isFalse();
        assertThat(FileLists.isReal("../outside.flac", music)).isFalse();
        assertThat(FileLists.isReal("A", music)).isFalse();
        assertThat(FileLists.isReal("A\0", music)).isFalse();
        assertThat(FileLists.isReal(null, music)).isFalse();
    }
}
