package org.segue.protocols.listenbrainz;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Catalog;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.RecordingIds;
import org.segue.catalog.RecordingRepository;
import org.segue.catalog.Song;
import org.segue.catalog.User;
import org.segue.listens.Listen;
import org.segue.listens.ToldWords;
import org.segue.listens.ToldWordsRepository;

/** Listens in the words in which they were told, or in those of the song where none were kept. Its methods block. */
@Singleton
class ListenWords {

    private final Catalog catalog;
    private final RecordingRepository recordings;
    private final ToldWordsRepository words;
    private final KnownUsers users;

    ListenWords(Catalog catalog, RecordingRepository recordings, ToldWordsRepository words, KnownUsers users) {
        this.catalog = catalog;
        this.recordings = recordings;
        this.words = words;
        this.users = users;
    }

    List<Listened> of(User user, List<Listen> listens) {
        Set<Integer> songIds = listens.stream().map(Listen::songId).collect(Collectors.toSet());
        Map<Integer, Song> songs = catalog.songs(songIds).join();
        Map<Integer, RecordingIds> ids = recordings.recordingIds(songIds);
        Map<Integer, ToldWords> told = toldOf(listens);
        String name = users.nameOf(user);
        List<Listened> answers = new ArrayList<>();
        for (Listen listen : listens) {
            Song song = songs.get(listen.songId());
            if (song != null) {
                answers.add(answer(
                        name, listen, song, ids.getOrDefault(song.id(), RecordingIds.NONE), told.get(listen.words())));
            }
        }
        return answers;
    }

    private static Listened answer(String user, Listen listen, Song song, RecordingIds ids, @Nullable ToldWords told) {
        return told != null
                ? Listened.told(user, listen.listenedAt(), told, ids.mbid())
                : Listened.of(
                        user,
                        listen.listenedAt(),
                        ExternalSong.named(song.artist(), song.title(), song.album())
                                .with(ids.mbid(), ids.isrc(), ids.durationMs()));
    }

    /** The words of those listens of which they were kept, by key. */
    Map<Integer, ToldWords> toldOf(List<Listen> listens) {
        return words.byKeys(
                listens.stream().map(Listen::words).filter(key -> key != 0).collect(Collectors.toSet()));
    }
}
