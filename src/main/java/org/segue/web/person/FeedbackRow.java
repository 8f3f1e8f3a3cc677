package org.segue.web.person;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import org.segue.feedback.StoredFeedback;
import org.segue.feedback.Subject;

/**
 * Feedback of a person on a song or an artist.
 *
 * @param verdict love, dislike or ban
 * @param subject what it is on: song or artist
 * @param id public id of the song or artist
 * @param name title of the song or name of the artist
 * @param until when a ban ends, epoch seconds; empty if never
 */
@TemplateData
public record FeedbackRow(String verdict, String subject, String id, String name, String until) {

    static FeedbackRow of(StoredFeedback stored) {
        String subject = stored.feedback().subject() == Subject.SONG ? "song" : "artist";
        Instant until = stored.feedback().until();
        return new FeedbackRow(
                stored.feedback().verdict().word(),
                subject,
                stored.publicId(),
                stored.name(),
                until == null ? "" : String.valueOf(until.getEpochSecond()));
    }
}
