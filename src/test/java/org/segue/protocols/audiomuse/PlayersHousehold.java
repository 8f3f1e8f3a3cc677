package org.segue.protocols.audiomuse;

import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.segue.api.Household;
import org.segue.catalog.CatalogChanged;
import org.segue.catalog.OwnedSongsChanged;
import org.segue.catalog.RecordingKey;
import org.segue.library.LibraryArtistRepository;
import org.segue.library.ServerSong.ServerArtist;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/**
 * The {@link Household} with servers of its own. {@code Attic} has the songs of the artists 1 to 3 of scene a, {@code nv-a11} to {@code nv-a34} by its ids,
 * {@code nv-a11b} is another file of the first, and {@code nv-new} is by Artist a1 and nobody has played it. {@code Cellar} has songs of scene b, {@code jf-b11} to
 * {@code jf-b14}. Both have a song {@code tr-1}.
 */
@Singleton
public class PlayersHousehold {

    /** A data folder of its own, without the demo; few wrong tokens shut an address out where they are counted. */
    public static class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "segue.data-dir",
                    Path.of("target", "players-" + ProcessHandle.current().pid())
                            .toAbsolutePath()
                            .toString(),
                    "segue.demo",
                    "false",
                    "segue.access.failures-per-minute",
                    "10");
        }
    }

    private final Household household;
    private final Database database;
    private final Event<CatalogChanged> catalogChanged;
    private final Event<OwnedSongsChanged> ownedSongsChanged;
    private boolean ready;

    PlayersHousehold(
            Household household,
            Database database,
            Event<CatalogChanged> catalogChanged,
            Event<OwnedSongsChanged> ownedSongsChanged) {
        this.household = household;
        this.database = database;
        this.catalogChanged = catalogChanged;
        this.ownedSongsChanged = ownedSongsChanged;
    }

    /** Moves in, the first time. */
    public void moveIn() {
        household.moveIn();
        if (!ready) {
            database.writeNow(connection -> fill(connection));
            catalogChanged.fire(new CatalogChanged());
            ownedSongsChanged.fire(new OwnedSongsChanged());
            ready = true;
        }
    }

    /** The number of a library. */
    int library(String name) {
        return database.read(
                connection -> Statements.selectInt(connection, "SELECT id FROM library WHERE name = ?", name));
    }

    /** Makes a listener's account at a library. */
    void login(String user, String library, String serverUser) {
        database.writeNow(connection -> Statements.update(
                connection,
                "INSERT INTO library_login (library_id, user_id, server_user, secret, created_at)"
                        + " SELECT l.id, u.id, ?, '', 0 FROM library l, user u WHERE l.name = ? AND u.public_id = ?",
                serverUser,
                library,
                user));
    }

    /** Notes what MusicBrainz calls an artist. */
    void identify(String artist, String mbid) {
        database.writeNow(connection ->
                Statements.update(connection, "UPDATE artist SET mbid = ? WHERE public_id = ?", mbid, artist));
    }

    private static boolean fill(Connection connection) throws SQLException {
        int attic = addLibrary(connection, "Attic", "subsonic");
        int cellar = addLibrary(connection, "Cellar", "jellyfin");
        for (int artist = 1; artist <= 3; artist++) {
            for (int song = 1; song <= 4; song++) {
                addFile(connection, attic, "nv-a" + artist + song, "a" + artist + song);
            }
            addArtist(connection, attic, "ar-a" + artist, "Artist a" + artist);
        }
        Statements.update(
                connection,
                "INSERT INTO song (public_id, title, artist_id, recording_key) SELECT 'unplayed', 'Never played', id, ?"
                        + " FROM artist WHERE public_id = 'artist-a1'",
                RecordingKey.of("Artist a1", "Never played"));
        addFile(connection, attic, "nv-a11b", "a11");
        addFile(connection, attic, "nv-new", "unplayed");
        addFile(connection, attic, "tr-1", "a31");
        for (int song = 1; song <= 4; song++) {
            addFile(connection, cellar, "jf-b1" + song, "b1" + song);
        }
        addFile(connection, cellar, "tr-1", "b21");
        addArtist(connection, cellar, "jf-artist-b1", "Artist b1");
        return true;
    }

    private static int addLibrary(Connection connection, String name, String kind) throws SQLException {
        int source = Statements.selectInt(
                connection, "INSERT INTO source (name) VALUES (?) RETURNING id", "library " + name);
        String url = "http://%s.example".formatted(name);
        int importId = Statements.selectInt(
                connection,
                "INSERT INTO import (source_id, status, request, created_at, library) VALUES (?, 'completed', '{}', 1, 1)"
                        + " RETURNING id",
                source);
        return Statements.selectInt(
                connection,
                "INSERT INTO library (source_id, import_id, kind, name, url, synced_at, seen, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, 1, 1, 1) RETURNING id",
                source,
                importId,
                kind,
                name,
                url);
    }

    private static void addFile(Connection connection, int library, String id, String song) throws SQLException {
        Statements.update(
                connection,
                "INSERT INTO library_file (library_id, external_id, song_id, matched_by, title, artist, album, seen)"
                        + " SELECT ?, ?, s.id, 'key', s.title, a.name, 'Album', 1 FROM song s JOIN artist a ON a.id = s.artist_id"
                        + " WHERE s.public_id = ?",
                library,
                id,
                song);
    }

    private static void addArtist(Connection connection, int library, String id, String name) throws SQLException {
        try (LibraryArtistRepository artists = new LibraryArtistRepository(connection, library)) {
            artists.keep(new ServerArtist(id, name, null));
        }
    }
}
