package org.segue.web.home;

import io.quarkus.qute.TemplateData;
import org.segue.catalog.Song;

/**
 * What a page without script says of feedback on one of its songs.
 *
 * @param verdict love, dislike, ban, or none for what was undone
 * @param song public id
 * @param title of the song
 * @param user public id of the user whose feedback it is, empty if it is wanted
 * @param isGiven false if somebody wanted to give it before signing in
 */
@TemplateData
public record FeedbackNotice(String verdict, String song, String title, String user, boolean isGiven) {

    static FeedbackNotice of(GivenFeedback given, Song song) {
        return new FeedbackNotice(given.verdict(), song.publicId(), song.title(), given.user(), given.isGiven());
    }
}
