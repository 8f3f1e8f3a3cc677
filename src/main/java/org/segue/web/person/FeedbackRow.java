package org.segue.web.person;

import io.quarkus.qute.TemplateData;
import org.segue.feedback.StoredFeedback;
import org.segue.feedback.Subject;
import org.segue.web.Words;

/**
 * What somebody has said of a song or an artist.
 *
 * @param said in words
 * @param subject what it is on: song or artist
 * @param id public id of the song or artist
 * @param name title of the song or name of the artist
 */
@TemplateData
public record FeedbackRow(String said, String subject, String id, String name) {

    static FeedbackRow of(StoredFeedback stored, Words words) {
        String said = switch (stored.feedback().verdict()) {
            case LOVE -> words.love();
            case DISLIKE -> words.dislike();
            case BAN -> words.ban();
        };
        String subject = stored.feedback().subject() == Subject.SONG ? "song" : "artist";
        return new FeedbackRow(said, subject, stored.publicId(), stored.name());
    }
}
