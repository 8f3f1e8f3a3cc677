package org.segue.testsupport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Music, accounts and lists that fake servers show. Tests change it as people do. */
public final class FakeLibrary {

    /** An artist; {@code mbid} is empty if unknown. */
    public record FakeArtist(String id, String name, String mbid) {}

    /** An album. */
    public record FakeAlbum(String id, String name, FakeArtist artist) {}

    /**
     * A song.
     *
     * @param credit as it is written on the file
     * @param mbid recording, empty if unknown
     */
    public record FakeSong(
            String id,
            String title,
            String credit,
            List<FakeArtist> artists,
            FakeAlbum album,
            int seconds,
            String mbid,
            List<String> isrcs) {

        /** Where the file is. */
        public String path() {
            return "%s/%s/%s.flac".formatted(album.artist().name(), album.name(), title.replace('/', '_'));
        }

        /** The same of another id. */
        public FakeSong withId(String other) {
            return new FakeSong(other, title, credit, artists, album, seconds, mbid, isrcs);
        }

        /** The same of another title. */
        public FakeSong named(String other) {
            return new FakeSong(id, other, credit, artists, album, seconds, mbid, isrcs);
        }
    }

    /** Somebody who may sign in, and what they have done. */
    public static final class Account {
        /** Name, password and key. */
        public final String name;

        public final String id;
        public volatile String password;
        public volatile String apiKey;
        public final Map<String, Instant> stars = new ConcurrentHashMap<>();
        public final Map<String, Integer> ratings = new ConcurrentHashMap<>();
        public final Map<String, Integer> plays = new ConcurrentHashMap<>();
        public final Map<String, Instant> played = new ConcurrentHashMap<>();
        /** Songs that the account is shown. */
        public volatile Predicate<FakeSong> sees = song -> true;

        Account(String name, String password, int number) {
            this.name = name;
            this.password = password;
            this.apiKey = "key-of-" + name;
            this.id = "%032x".formatted(0xacc0 + number);
        }
    }

    /** A list on the server. */
    public static final class FakeList {
        public final String id;
        public final String owner;
        public String name;
        public String comment = "";
        public boolean isPublic;
        public List<String> songIds = new ArrayList<>();

        FakeList(String id, String owner, String name) {
            this.id = id;
            this.owner = owner;
            this.name = name;
        }
    }

    /** Ids of albums of which servers that can say so say that they are compilations. */
    public final Set<String> compilations = ConcurrentHashMap.newKeySet();

    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, FakeList> lists = new LinkedHashMap<>();
    private volatile List<FakeSong> songs = List.of();
    private int made;

    /** Lets somebody sign in. */
    public synchronized Account account(String name, String password) {
        return accounts.computeIfAbsent(name, key -> new Account(key, password, accounts.size()));
    }

    /** Everybody who may. */
    public synchronized List<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    /** All songs, in the server's order. */
    public List<FakeSong> songs() {
        return songs;
    }

    /** Replaces all songs. */
    public void songs(List<FakeSong> others) {
        songs = List.copyOf(others);
    }

    /** Songs of an account by their ids. */
    public Map<String, FakeSong> byId() {
        Map<String, FakeSong> all = new TreeMap<>();
        songs.forEach(song -> all.put(song.id(), song));
        return all;
    }

    /** All lists by their ids. */
    public synchronized Map<String, FakeList> lists() {
        return new LinkedHashMap<>(lists);
    }

    /** Makes a list, by hand or by a call. */
    public synchronized FakeList makeList(String owner, String name, List<String> songIds) {
        FakeList list = new FakeList("%032x".formatted(0xfa4e0000L + made++), owner, name);
        list.songIds = new ArrayList<>(songIds);
        lists.put(list.id, list);
        return list;
    }

    /** Deletes a list as somebody does in a player. */
    public synchronized void deleteList(String id) {
        lists.remove(id);
    }

    /** A song by an artist of its own name. */
    public static FakeSong song(String id, String artist, String title, String album) {
        FakeArtist by = new FakeArtist(hash("artist" + artist), artist, "");
        return new FakeSong(
                id, title, artist, List.of(by), new FakeAlbum(hash(artist + album), album, by), 200, "", List.of());
    }

    /** So many songs by a tenth as many artists; every other one has a recording's id. */
    public static List<FakeSong> many(int count) {
        List<FakeSong> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String name = "Artist " + i / 10;
            String mbid = i % 2 == 0 ? uuid(i) : "";
            FakeArtist artist = new FakeArtist(hash("artist" + name), name, uuid(10_000_000 + i / 10));
            FakeAlbum album = new FakeAlbum(hash(name + "Album"), "Album of " + name, artist);
            all.add(new FakeSong(
                    hash("song" + i), "Song " + i, name, List.of(artist), album, 120 + i % 240, mbid, List.of()));
        }
        return all;
    }

    /** An id as MusicBrainz has them. */
    public static String uuid(int number) {
        return "5c1d7e20-0000-4aaa-8bbb-%012x".formatted(number);
    }

    private static String hash(String text) {
        return "%08x%024x".formatted(text.hashCode(), text.length());
    }
}
