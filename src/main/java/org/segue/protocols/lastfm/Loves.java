package org.segue.protocols.lastfm;

import jakarta.inject.Singleton;
import org.segue.catalog.Catalog;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.RecordingRepository;
import org.segue.feedback.Feedback;
import org.segue.feedback.FeedbackService;
import org.segue.feedback.Subject;
import org.segue.feedback.Verdict;

/** Loves of songs, as players name them. Its methods block. */
@Singleton
class Loves {

    private final FeedbackService feedback;
    private final RecordingRepository recordings;
    private final Catalog catalog;

    Loves(FeedbackService feedback, RecordingRepository recordings, Catalog catalog) {
        this.feedback = feedback;
        this.recordings = recordings;
        this.catalog = catalog;
    }

    /** Loves a song, which nobody need have heard: what plays for the first time is not scrobbled yet. */
    void love(int userId, ExternalSong song) {
        int key = recordings.find(song).orElseGet(() -> recordings.keep(song, catalog::forget));
        feedback.put(userId, new Feedback(Subject.SONG, key, Verdict.LOVE, null));
    }

    /** Takes a love back; what else was said of the song stays. */
    void unlove(int userId, ExternalSong song) {
        recordings
                .find(song)
                .filter(key -> feedback.of(userId).stream()
                        .map(said -> said.feedback())
                        .anyMatch(said ->
                                said.subject() == Subject.SONG && said.key() == key && said.verdict() == Verdict.LOVE))
                .ifPresent(key -> feedback.delete(userId, Subject.SONG, key));
    }
}
