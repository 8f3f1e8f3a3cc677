package org.segue.web.library;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.segue.library.LibrarySong;
import org.segue.library.LibrarySong.MatchedBy;
import org.segue.library.LibrarySongRepository;
import org.segue.web.library.SongsView.Candidate;
import org.segue.web.library.SongsView.Match;
import org.segue.web.library.SongsView.Unmatched;

/** Reads which songs a library has, and which of them nothing here is like. Its methods block. */
@Singleton
class SongsReader {

    private final LibrarySongRepository songs;

    SongsReader(LibrarySongRepository songs) {
        this.songs = songs;
    }

    /** How many songs a library has. */
    long count(int libraryId) {
        return songs.counts(libraryId).values().stream()
                .mapToLong(Integer::longValue)
                .sum();
    }

    /** Where the server says that a song of a library is; null if it has none, or does not say. */
    @Nullable
    String firstPath(int libraryId) {
        return songs.page(libraryId, null, 0, 1).stream()
                .findFirst()
                .map(LibrarySong::path)
                .orElse(null);
    }

    /**
     * A library's songs.
     *
     * @param from how many unmatched songs come before those that are shown
     * @param open whether somebody asked to see them
     */
    SongsView view(int libraryId, int from, boolean open) {
        List<Match> matches = songs.counts(libraryId).entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(MatchedBy::ordinal)))
                .map(entry -> new Match(entry.getKey().word(), entry.getValue()))
                .toList();
        List<Unmatched> unmatched = songs.page(libraryId, MatchedBy.NEW, from, SongsView.PAGE).stream()
                .map(SongsReader::unmatched)
                .toList();
        return new SongsView(matches, from, unmatched, open);
    }

    private static Unmatched unmatched(LibrarySong song) {
        List<Candidate> candidates = song.match().candidates().stream()
                .map(LibrarySong.Candidate::song)
                .map(one -> new Candidate(one.publicId(), one.title(), text(one.artist())))
                .toList();
        return new Unmatched(song.id(), song.title(), text(song.artist()), text(song.album()), candidates);
    }

    private static String text(@Nullable String said) {
        return Objects.requireNonNullElse(said, "");
    }
}
