package org.segue.library;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.segue.library.LibraryException.Fault;
import org.segue.library.ServerSong.Names;
import org.segue.library.ServerSong.Preferences;
import org.segue.library.ServerSong.ServerAlbum;
import org.segue.library.ServerSong.ServerArtist;
import org.segue.text.Sentence;

/** A server without a network: songs by id, accounts with passwords, and what each thinks of songs. */
class FakeServer implements LibraryServers {

    final Map<String, ServerSong> songs = new LinkedHashMap<>();
    final Map<String, String> passwords = new ConcurrentHashMap<>(Map.of("anna", "sesame", "ben", "mellon"));
    final Map<String, Map<String, Preferences>> preferences = new ConcurrentHashMap<>();
    final Map<String, Set<String>> hidden = new ConcurrentHashMap<>();
    final List<String> starred = new ArrayList<>();
    Consumer<ServerSong> beforeEach = song -> {};

    @Nullable
    LibraryException failure;

    @Override
    public LibraryKind kind() {
        return LibraryKind.SUBSONIC;
    }

    /** All songs. */
    Iterable<ServerSong> all() {
        return List.copyOf(songs.values());
    }

    /** Adds a song, or changes it. */
    void add(String id, String artist, String title) {
        add(id, artist, title, null, List.of());
    }

    void add(String id, String artist, String title, @Nullable String mbid, List<String> isrcs) {
        Names names = new Names(
                title,
                artist,
                List.of(new ServerArtist("ar-" + artist, artist, null)),
                new ServerAlbum("al-1", "Low Tide"));
        songs.put(id, new ServerSong(id, names, 200_000, mbid, isrcs, "/music/" + id + ".flac", Preferences.NONE));
    }

    /** Says what MusicBrainz calls the artist of a song. */
    void identify(String id, String mbid) {
        songs.computeIfPresent(id, (key, song) -> {
            ServerArtist artist = song.names().artists().get(0);
            Names names = new Names(
                    song.names().title(),
                    song.names().artist(),
                    List.of(new ServerArtist(artist.id(), artist.name(), mbid)),
                    song.names().album());
            return new ServerSong(
                    id, names, song.lengthMs(), song.recordingMbid(), song.isrcs(), song.path(), song.preferences());
        });
    }

    void star(String user, String id, @Nullable Instant at) {
        think(user, id, new Preferences(at, 0, 0, null));
    }

    void think(String user, String id, Preferences thought) {
        preferences.computeIfAbsent(user, each -> new ConcurrentHashMap<>()).put(id, thought);
    }

    /** Shows an account a part. */
    void hide(String user, String id) {
        hidden.computeIfAbsent(user, each -> new TreeSet<>()).add(id);
    }

    @Override
    public String signIn(Library library, String user, String password, boolean isApiKey) {
        if (!password.equals(passwords.get(user))) {
            throw new LibraryException(
                    Fault.LOGIN, Sentence.plain("The server does not know this user, or the password is wrong."));
        }
        return user + ':' + password;
    }

    @Override
    public LibraryServer open(Library library, String secret) {
        String user = secret.substring(0, secret.indexOf(':'));
        return new As(user, secret.substring(user.length() + 1));
    }

    private final class As implements LibraryServer {
        private final String user;
        private final String password;

        As(String user, String password) {
            this.user = user;
            this.password = password;
        }

        private void check() {
            if (failure != null) {
                throw failure;
            }
            if (!password.equals(passwords.get(user))) {
                throw new LibraryException(Fault.LOGIN, Sentence.plain("The password of %s is wrong.".formatted(user)));
            }
        }

        @Override
        public ServerFacts facts() {
            check();
            return new ServerFacts("fake", "1", user, Set.of());
        }

        @Override
        public Optional<String> revision() {
            return Optional.empty();
        }

        @Override
        public void songs(Consumer<ServerSong> each) {
            for (ServerSong song : all()) {
                check();
                if (!hidden.getOrDefault(user, Set.of()).contains(song.id())) {
                    beforeEach.accept(song);
                    Preferences mine =
                            preferences.getOrDefault(user, Map.of()).getOrDefault(song.id(), Preferences.NONE);
                    each.accept(
                            mine.equals(Preferences.NONE)
                                    ? song
                                    : new ServerSong(
                                            song.id(),
                                            song.names(),
                                            song.lengthMs(),
                                            song.recordingMbid(),
                                            song.isrcs(),
                                            song.path(),
                                            mine));
                }
            }
        }

        @Override
        public List<ServerPlaylist> playlists() {
            return List.of();
        }

        @Override
        public Optional<List<String>> songsOf(String playlistId) {
            return Optional.empty();
        }

        @Override
        public String create(String name, String comment, List<String> songIds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void replace(String playlistId, String name, String comment, List<String> songIds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(String playlistId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isStarred(String songId) {
            check();
            return preferences
                            .getOrDefault(user, Map.of())
                            .getOrDefault(songId, Preferences.NONE)
                            .starredAt()
                    != null;
        }

        @Override
        public void star(String songId, boolean isStarred) {
            check();
            FakeServer.this.starred.add((isStarred ? "" : "un") + "star " + songId + " by " + user);
            FakeServer.this.star(user, songId, isStarred ? Instant.ofEpochSecond(1_700_000_000) : null);
        }
    }
}
