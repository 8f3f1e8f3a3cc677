package org.segue.protocols.listenbrainz;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Catalog;
import org.segue.catalog.RecordingIds;
import org.segue.catalog.RecordingKey;
import org.segue.catalog.RecordingRepository;
import org.segue.catalog.Song;
import org.segue.catalog.User;
import org.segue.feedback.FeedbackService;
import org.segue.feedback.StoredFeedback;
import org.segue.feedback.Subject;

/** What users say of songs, in the protocol's words. Its methods block. */
@Singleton
class FeedbackWords {

    private final FeedbackService feedback;
    private final Catalog catalog;
    private final RecordingRepository recordings;
    private final KnownUsers users;

    FeedbackWords(FeedbackService feedback, Catalog catalog, RecordingRepository recordings, KnownUsers users) {
        this.feedback = feedback;
        this.catalog = catalog;
        this.recordings = recordings;
        this.users = users;
    }

    /** Which of a user's feedback is wanted: all of it if {@code score} is null. */
    List<StoredFeedback> ofSongs(User user, @Nullable Integer score) {
        return feedback.of(user.id()).stream()
                .filter(said -> said.feedback().subject() == Subject.SONG)
                .filter(said -> score(said) != 0 && (score == null || score == score(said)))
                .sorted(Comparator.comparing(StoredFeedback::judgedAt).reversed())
                .toList();
    }

    // A ban says nothing of what is like it: the protocol has no word for it.
    private static int score(StoredFeedback said) {
        return switch (said.feedback().verdict()) {
            case LOVE -> 1;
            case DISLIKE -> -1;
            case BAN -> 0;
        };
    }

    /** Feedback in words. */
    List<Said> inWords(User user, List<StoredFeedback> said, boolean withMetadata) {
        List<Integer> keys = said.stream().map(one -> one.feedback().key()).toList();
        Map<Integer, Song> songs = catalog.songs(keys).join();
        Map<Integer, RecordingIds> ids = recordings.recordingIds(keys);
        String name = users.nameOf(user);
        List<Said> words = new ArrayList<>();
        for (StoredFeedback one : said) {
            Song song = songs.get(one.feedback().key());
            if (song != null) {
                String mbid = ids.getOrDefault(song.id(), RecordingIds.NONE).mbid();
                words.add(new Said(
                        one.judgedAt().getEpochSecond(),
                        mbid,
                        RecordingKey.msid(song.artist(), song.title()),
                        score(one),
                        withMetadata ? track(song, mbid) : null,
                        name));
            }
        }
        return words;
    }

    private static Said.Track track(Song song, @Nullable String mbid) {
        return new Said.Track(
                song.artist(),
                song.title(),
                song.album(),
                mbid == null ? null : new MbidMapping(mbid, null, List.of()));
    }

    /**
     * What a user says of recordings: those of which nothing was said have a score of 0.
     *
     * @param mbids ids at MusicBrainz
     * @param msids ids of words
     */
    Said.OfRecordings of(User user, List<String> mbids, List<String> msids) {
        Map<Integer, StoredFeedback> said = ofSongs(user, null).stream()
                .collect(Collectors.toMap(one -> one.feedback().key(), Function.identity(), (one, other) -> one));
        String name = users.nameOf(user);
        Map<String, Integer> songs = recordings.byMbids(mbids);
        List<Said> answers = new ArrayList<>();
        for (String mbid : mbids) {
            answers.add(answer(said.get(songs.getOrDefault(mbid, 0)), mbid, null, name));
        }
        for (String msid : msids) {
            answers.add(answer(
                    said.get(recordings.byMsid(user.id(), msid).orElse(0)), null, Objects.requireNonNull(msid), name));
        }
        return new Said.OfRecordings(answers);
    }

    private static Said answer(
            @Nullable StoredFeedback said, @Nullable String mbid, @Nullable String msid, String user) {
        return said == null
                ? new Said(null, mbid, msid, 0, null, user)
                : new Said(said.judgedAt().getEpochSecond(), mbid, msid, score(said), null, user);
    }
}
