package org.segue.imports;

import jakarta.inject.Singleton;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.segue.catalog.ArtistRepository;
import org.segue.catalog.SongRepository;
import org.segue.catalog.UserRepository;
import org.segue.feedback.FeedbackRepository;
import org.segue.listens.ListenRepository;
import org.segue.listens.MergedListenRepository;
import org.segue.listens.PlayCountRepository;
import org.segue.storage.Database;

/**
 * Removes what an import that is not in force has left in the database: its rows, then the users and songs that imports
 * brought and that no row names any more, whichever import was the first to bring them. It can be broken off and done again at any point. Runs on the thread of the
 * imports, so that none adds rows meanwhile.
 */
@Singleton
class ImportPurger {

    private final Database database;
    private final ImportRepository imports;
    private final PlayCountRepository playCounts;
    private final ListenRepository listens;
    private final MergedListenRepository plays;
    private final FeedbackRepository feedback;
    private final UserRepository users;
    private final SongRepository songs;
    private final ArtistRepository artists;
    private final ImportedListRepository lists;

    ImportPurger(
            Database database,
            ImportRepository imports,
            PlayCountRepository playCounts,
            ListenRepository listens,
            MergedListenRepository plays,
            FeedbackRepository feedback,
            UserRepository users,
            SongRepository songs,
            ArtistRepository artists,
            ImportedListRepository lists) {
        this.database = database;
        this.imports = imports;
        this.playCounts = playCounts;
        this.listens = listens;
        this.plays = plays;
        this.feedback = feedback;
        this.users = users;
        this.songs = songs;
        this.artists = artists;
        this.lists = lists;
    }

    /** Removes what one import has left. */
    void purge(int importId) {
        deleteRows(importId);
        plays.settle();
        deleteUsers();
        List<Integer> candidates = database.read(users::backgroundCandidates);
        database.writeEach(candidates, users::returnToBackground);
        deleteSongs();
        database.writeNow(artists::deleteWithoutSongs);
        imports.purged(importId);
    }

    private void deleteRows(int importId) {
        database.writeNow(connection -> feedback.delete(connection, importId));
        lists.delete(importId);
        List<Integer> counted = database.read(connection -> playCounts.usersOf(connection, importId));
        database.writeEach(counted, (connection, userIds) -> playCounts.delete(connection, importId, userIds));
        List<Integer> listened = database.read(connection -> listens.usersOf(connection, importId));
        database.writeEach(listened, (connection, userIds) -> listens.delete(connection, importId, userIds));
    }

    private void deleteUsers() {
        BitSet kept = database.read(listens::usersWithRows);
        List<Integer> brought = database.read(users::brought);
        List<Integer> unnamed =
                brought.stream().filter(Predicate.not(kept::get)).toList();
        database.writeEach(unnamed, (connection, userIds) -> {
            while (userIds.hasNext()) {
                int userId = userIds.next();
                // Whom somebody has begun to listen as since then, stays.
                if (users.isBrought(connection, userId)) {
                    users.delete(connection, userId);
                }
            }
        });
    }

    private void deleteSongs() {
        BitSet kept = database.read(listens::songsWithRows);
        List<Integer> brought = database.read(songs::brought);
        List<Integer> unnamed =
                brought.stream().filter(Predicate.not(kept::get)).toList();
        database.writeEach(unnamed, (connection, songIds) -> {
            while (songIds.hasNext()) {
                int songId = songIds.next();
                if (songs.isBrought(connection, songId)) {
                    songs.delete(connection, songId);
                }
            }
        });
    }
}
