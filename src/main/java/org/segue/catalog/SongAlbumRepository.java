package org.segue.catalog;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** Albums of all songs. Never blocks. */
@Singleton
public class SongAlbumRepository {

    private final Database database;

    SongAlbumRepository(Database database) {
        this.database = database;
    }

    private record Album(int artistId, String words) {}

    /** Which songs are of one album, read on a worker thread. O(songs). */
    public CompletableFuture<SongAlbums> read() {
        return CompletableFuture.supplyAsync(this::albums, database.workers());
    }

    private SongAlbums albums() {
        return database.read(connection -> {
            int size = Statements.selectInt(connection, "SELECT count(*) FROM song WHERE merged_into IS NULL");
            int[] songIds = new int[size];
            int[] albums = new int[size];
            Map<Album, Integer> numbers = new HashMap<>();
            int[] count = new int[1];
            Statements.queryEach(
                    connection, "SELECT id, artist_id, album FROM song WHERE merged_into IS NULL ORDER BY id", row -> {
                        String album = row.getString(3);
                        songIds[count[0]] = row.getInt(1);
                        if (album != null && !album.isBlank()) {
                            Album key = new Album(row.getInt(2), FoldedText.words(album));
                            Integer before = numbers.putIfAbsent(key, numbers.size() + 1);
                            albums[count[0]] = before == null ? numbers.size() : before;
                        }
                        count[0]++;
                    });
            return new SongAlbums(Arrays.copyOf(songIds, count[0]), albums, numbers.size());
        });
    }
}
