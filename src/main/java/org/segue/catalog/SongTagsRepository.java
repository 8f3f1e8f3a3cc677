package org.segue.catalog;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** Reads tags of many songs at once. Blocks; O(songs asked for). */
@Singleton
public class SongTagsRepository {

    private final Database database;

    SongTagsRepository(Database database) {
        this.database = database;
    }

    private record Album(int artistId, String words) {}

    /**
     * Tags of songs.
     *
     * @param songIds keys of songs, ascending; those without a song are left out
     */
    public SongTags of(int[] songIds) {
        String keys = Arrays.stream(songIds).mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]"));
        int[] found = new int[songIds.length];
        int[] artists = new int[songIds.length];
        int[] albums = new int[songIds.length];
        int[] lengths = new int[songIds.length];
        int[] size = new int[1];
        List<String> names = new ArrayList<>(List.of(""));
        Map<Album, Integer> numbers = new HashMap<>();
        database.read(connection -> {
            Statements.queryEach(
                    connection,
                    "SELECT s.id, s.artist_id, s.album, s.duration_ms FROM json_each(?) k JOIN song s ON s.id = k.value"
                            + " ORDER BY k.key",
                    row -> {
                        int k = size[0]++;
                        found[k] = row.getInt(1);
                        artists[k] = row.getInt(2);
                        albums[k] = number(row.getString(3), artists[k], names, numbers);
                        lengths[k] = row.getInt(4);
                    },
                    keys);
            return size[0];
        });
        return new SongTags(
                Arrays.copyOf(found, size[0]),
                Arrays.copyOf(artists, size[0]),
                Arrays.copyOf(albums, size[0]),
                names.toArray(String[]::new),
                Arrays.copyOf(lengths, size[0]));
    }

    private static int number(@Nullable String album, int artist, List<String> names, Map<Album, Integer> numbers) {
        if (album == null || album.isBlank()) {
            return 0;
        }
        return numbers.computeIfAbsent(new Album(artist, FoldedText.words(album)), unseen -> {
            names.add(album);
            return names.size() - 1;
        });
    }
}
