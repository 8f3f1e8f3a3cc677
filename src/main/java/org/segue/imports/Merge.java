package org.segue.imports;

import jakarta.inject.Singleton;
import java.util.List;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.SongRepository;
import org.segue.catalog.Source;
import org.segue.catalog.UserRepository;
import org.segue.listens.Added;
import org.segue.listens.ListenRepository;
import org.segue.listens.PlayCountRepository;
import org.segue.storage.Database;

/**
 * Brings staged rows into the database: users and songs first, then what they have to do with each other, in turns that
 * leave the writer to others in between. Nothing of it is in force before the import is completed.
 */
@Singleton
class Merge {

    private final Database database;
    private final UserRepository users;
    private final SongRepository songs;
    private final PlayCountRepository playCounts;
    private final ListenRepository listens;

    Merge(
            Database database,
            UserRepository users,
            SongRepository songs,
            PlayCountRepository playCounts,
            ListenRepository listens) {
        this.database = database;
        this.users = users;
        this.songs = songs;
        this.playCounts = playCounts;
        this.listens = listens;
    }

    void merge(int importId, Source source, StagingRepository staging, ImportProgress progress) {
        long listenRows = staging.rows(true);
        progress.toMerge(listenRows + staging.rows(false));
        staging.users(ids -> staging.keepUserKeys(ids, userKeys(importId, source, ids)));
        staging.songs(found ->
                staging.keepSongKeys(found.stream().map(ExternalSong::id).toList(), songKeys(importId, source, found)));

        Added addedListens = new Added();
        Added addedCells = new Added();
        staging.playCounts(cells -> {
            database.writeEach(
                    cells, (connection, turn) -> playCounts.add(connection, importId, source, turn, addedCells));
            progress.merged(addedListens, addedCells);
        });
        staging.listens(portion -> {
            database.writeEach(portion, (connection, turn) -> listens.add(connection, importId, turn, addedListens));
            progress.merged(addedListens, addedCells);
        });
        progress.repeated(listenRows - addedListens.fresh() - addedListens.known());
    }

    private int[] userKeys(int importId, Source source, List<String> ids) {
        Keys keys = new Keys(ids.size());
        database.writeEach(
                ids,
                (connection, turn) -> users.resolve(connection, source, importId, turn, (id, key) -> keys.add(key)));
        return keys.all;
    }

    private int[] songKeys(int importId, Source source, List<ExternalSong> found) {
        Keys keys = new Keys(found.size());
        database.writeEach(
                found,
                (connection, turn) -> songs.resolve(connection, source, importId, turn, (song, key) -> keys.add(key)));
        return keys.all;
    }

    private static final class Keys {
        private final int[] all;
        private int size;

        Keys(int capacity) {
            all = new int[capacity];
        }

        void add(int key) {
            all[size++] = key;
        }
    }
}
