package org.segue.web.feedback;

import io.quarkus.qute.TemplateData;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segue.access.Caller;
import org.segue.catalog.ArtistRepository;
import org.segue.catalog.Catalog;
import org.segue.feedback.Feedback;
import org.segue.feedback.FeedbackService;
import org.segue.feedback.Subject;
import org.segue.feedback.Verdict;

/** Feedback of somebody who has to sign in first: it is given when that is done. Blocks. */
@Singleton
public class FeedbackOnceSignedIn {

    private final Catalog catalog;
    private final ArtistRepository artists;
    private final FeedbackService feedback;

    FeedbackOnceSignedIn(Catalog catalog, ArtistRepository artists, FeedbackService feedback) {
        this.catalog = catalog;
        this.artists = artists;
        this.feedback = feedback;
    }

    /**
     * What somebody wants to say.
     *
     * @param kind song or artist
     * @param id public id of the song or artist
     * @param name of the song or artist, empty for nothing
     * @param verdict love, dislike or ban
     */
    @TemplateData
    public record Wish(String kind, String id, String name, String verdict) {

        /** Nothing. */
        public static final Wish NONE = new Wish("", "", "", "");
    }

    /** The wish of an address; none where a part is missing or nothing of that id is known. */
    public Wish wish(@Nullable String song, @Nullable String artist, @Nullable String verdict) {
        if (FeedbackForms.verdict(verdict).isEmpty()) {
            return Wish.NONE;
        }
        String word = verdict == null ? "" : verdict;
        return target(song, artist)
                .map(target ->
                        new Wish(target.subject().word(), song == null ? artist + "" : song, target.name(), word))
                .orElse(Wish.NONE);
    }

    /** Gives the feedback, if the caller is a listener. */
    public void give(Caller caller, @Nullable String song, @Nullable String artist, @Nullable String verdict) {
        Optional<Verdict> known = FeedbackForms.verdict(verdict);
        if (caller.userId() != 0 && known.isPresent()) {
            target(song, artist)
                    .ifPresent(target -> feedback.put(
                            caller.userId(), new Feedback(target.subject(), target.key(), known.get(), null)));
        }
    }

    private Optional<FeedbackTarget> target(@Nullable String song, @Nullable String artist) {
        if (song != null) {
            return catalog.song(song).join().map(found -> new FeedbackTarget(Subject.SONG, found.id(), found.title()));
        }
        return artist == null
                ? Optional.empty()
                : catalog.artistKey(artist)
                        .join()
                        .flatMap(key -> artists.byIds(List.of(key)).stream().findFirst())
                        .map(found -> new FeedbackTarget(Subject.ARTIST, found.id(), found.name()));
    }
}
