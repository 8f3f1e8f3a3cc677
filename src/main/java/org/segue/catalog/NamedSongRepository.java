package org.segue.catalog;

import static org.segue.storage.Statements.bind;
import static org.segue.storage.Statements.firstInt;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** Finds the songs that a history names, thousands at once, without making any. Never blocks. */
@Singleton
public class NamedSongRepository {

    private static final String MUSIC_BRAINZ = "musicbrainz";

    private final Database database;

    NamedSongRepository(Database database) {
        this.database = database;
    }

    /**
     * Database keys of songs, all of one moment.
     *
     * @return one for each name, in their order; 0 where there is no such song
     */
    public CompletableFuture<int[]> keys(List<SongName> names) {
        return names.isEmpty()
                ? CompletableFuture.completedFuture(new int[0])
                : CompletableFuture.supplyAsync(
                        () -> database.read(connection -> keys(connection, names)), database.workers());
    }

    private static int[] keys(Connection connection, List<SongName> names) throws SQLException {
        int[] keys = new int[names.size()];
        try (Looking looking = new Looking(connection)) {
            for (int k = 0; k < keys.length; k++) {
                keys[k] = looking.key(names.get(k));
            }
        }
        return keys;
    }

    /** Looks where {@link Catalog#song} looks, and by artist and title. For one thread. */
    private static final class Looking implements AutoCloseable {
        private final PreparedStatement byPublicId;
        private final PreparedStatement byAlias;
        private final SongMatchRepository byWords;

        Looking(Connection connection) throws SQLException {
            byPublicId = connection.prepareStatement("SELECT COALESCE(merged_into, id) FROM song WHERE public_id = ?");
            byAlias = connection.prepareStatement("SELECT COALESCE(s.merged_into, s.id) FROM song_alias l"
                    + " JOIN source o ON o.id = l.source_id JOIN song s ON s.id = l.song_id"
                    + " WHERE o.name = ? AND l.external_id = ?");
            byWords = new SongMatchRepository(connection);
        }

        int key(SongName name) throws SQLException {
            Ref song = name.song();
            if (song != null) {
                return song.source() == null ? called(song.id()) : firstInt(bind(byAlias, song.source(), song.id()));
            }
            return name.mbid() == null ? ofWords(name) : ofMbid(name.mbid());
        }

        private int called(String id) throws SQLException {
            int found = firstInt(bind(byPublicId, id));
            return found != 0 || !RecordingIds.isOne(id) ? found : foreign(id);
        }

        private int foreign(String id) throws SQLException {
            String mbid = RecordingIds.mbid(id);
            String name = mbid == null ? String.valueOf(RecordingIds.isrc(id)) : mbid;
            int found = 0;
            for (String register : List.of(MUSIC_BRAINZ, "isrc", RecordingRepository.SOURCE)) {
                found = found == 0 ? firstInt(bind(byAlias, register, name)) : found;
            }
            return found;
        }

        // Songs that a song model brought have their MBID as public id, and no alias.
        private int ofMbid(String mbid) throws SQLException {
            int found = firstInt(bind(byAlias, MUSIC_BRAINZ, mbid));
            return found == 0 ? firstInt(bind(byPublicId, mbid)) : found;
        }

        private int ofWords(SongName name) throws SQLException {
            ExternalSong words = ExternalSong.named(cleaned(name.artist()), cleaned(name.title()), null);
            return byWords.find(words).map(SongMatchRepository.Found::songId).orElse(0);
        }

        private static String cleaned(@Nullable String words) {
            return words == null ? "" : NameText.cleaned(words);
        }

        @Override
        public void close() throws SQLException {
            byWords.close();
            Statements.close(byPublicId, byAlias);
        }
    }
}
