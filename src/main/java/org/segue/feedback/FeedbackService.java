package org.segue.feedback;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/**
 * Takes what users say, and tells the house once it is on disk: whoever asks afterwards is answered with it. Its methods
 * block.
 */
@Singleton
public class FeedbackService {

    private final FeedbackRepository repository;
    private final Event<FeedbackChanged> changes;

    FeedbackService(FeedbackRepository repository, Event<FeedbackChanged> changes) {
        this.repository = repository;
        this.changes = changes;
    }

    /** All that a user says now, songs first, by key; bans that have ended are not among it. */
    public List<StoredFeedback> of(int userId) {
        return repository.of(userId, Instant.now());
    }

    /** Says it, in place of what the user has said of the same before. */
    public void put(int userId, Feedback feedback) {
        int said = repository.put(userId, feedback, Instant.now());
        changes.fire(new FeedbackChanged(said));
    }

    /** Takes back what the user has said of a song or artist; nothing happens if that is nothing. */
    public void delete(int userId, Subject subject, int key) {
        repository.delete(userId, subject, key);
        changes.fire(new FeedbackChanged(userId));
    }
}
