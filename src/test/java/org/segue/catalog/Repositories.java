package org.segue.catalog;

import java.util.Map;
import java.util.stream.Collectors;
import org.segue.storage.Database;

/** The catalogue's repositories on a database of a test. */
public record Repositories(
        Database database,
        UserRepository users,
        SongRepository songs,
        ArtistRepository artists,
        SourceRepository sources) {

    /** Of forgotten users. */
    public ForgottenUserRepository forgotten() {
        return new ForgottenUserRepository(database, users);
    }

    /** Of popular songs. */
    public PopularSongRepository popular() {
        return new PopularSongRepository(database);
    }

    /** What makes keys anew. */
    public RekeyingRepository rekeying() {
        return new RekeyingRepository(database);
    }

    /** Of songs that were joined by their keys. */
    public SongMergeRepository merges() {
        return new SongMergeRepository(database);
    }

    /** Of recordings as players tell them. */
    public RecordingRepository recordings() {
        return new RecordingRepository(database, sources);
    }

    /** Of what is owned. */
    public OwnedSongRepository owned() {
        return new OwnedSongRepository(database);
    }

    /** Of what MusicBrainz calls artists. */
    public ArtistMbidRepository artistMbids() {
        return new ArtistMbidRepository(database);
    }

    /** Of people of the house. */
    public HouseRepository house() {
        return new HouseRepository(database);
    }

    /** All of a database. */
    public Repositories(Database database) {
        this(
                database,
                new UserRepository(database),
                new SongRepository(database),
                new ArtistRepository(database),
                new SourceRepository());
    }

    /** Public ids of all users by key. */
    public Map<Integer, String> userIds() {
        return users.search("", 0, 10_000).stream().collect(Collectors.toMap(User::id, User::publicId));
    }

    /** Public ids of all songs by key. */
    public Map<Integer, String> songIds() {
        return songs.search("", 0, 10_000).stream().collect(Collectors.toMap(Song::id, Song::publicId));
    }
}
