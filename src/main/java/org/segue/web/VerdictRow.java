package org.segue.web;

import io.quarkus.qute.TemplateData;
import org.segue.feedback.StoredFeedback;
import org.segue.feedback.Subject;

/**
 * What somebody has said of a song or an artist.
 *
 * @param said in words
 * @param path of the song's or artist's page, and of the verdict among the user's
 * @param name title of the song or name of the artist
 */
@TemplateData
public record VerdictRow(String said, String path, String name) {

    static VerdictRow of(StoredFeedback stored, Words words) {
        String said = switch (stored.feedback().verdict()) {
            case LOVE -> words.love();
            case DISLIKE -> words.dislike();
            case BAN -> words.ban();
        };
        String room = stored.feedback().subject() == Subject.SONG ? "songs/" : "artists/";
        return new VerdictRow(said, room + stored.publicId(), stored.name());
    }
}
