package org.segue.web.song;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Catalog;
import org.segue.catalog.RecordingIds;
import org.segue.catalog.RecordingRepository;
import org.segue.catalog.Song;
import org.segue.catalog.SongLinks;
import org.segue.feedback.Subject;
import org.segue.library.SongPlaces;
import org.segue.ranking.OwnedBy;
import org.segue.ranking.ScoredSong;
import org.segue.ranking.SimilarSongs;
import org.segue.ranking.SimilarSongs.SimilarItems;
import org.segue.text.Sentence;
import org.segue.web.HouseholdListening;
import org.segue.web.PageResponse;
import org.segue.web.ReturnAddress;
import org.segue.web.VisitorLibrary;
import org.segue.web.WhereToPlay;
import org.segue.web.feedback.FeedbackForms;
import org.segue.web.feedback.FeedbackTarget;
import org.segue.web.feedback.FeedbackView;

/** A song's page: similar songs, listeners, the form for feedback, and a path to another song. */
@Path("/songs")
@Blocking
public class SongPage {

    private static final int LIKES = 12;
    private static final int STEPS = 6;

    private final Catalog catalog;
    private final SimilarSongs similar;
    private final RecordingRepository recordings;
    private final HouseholdListening listening;
    private final FeedbackForms feedback;
    private final Doubles doubles;
    private final WhereToPlay places;
    private final VisitorLibrary library;

    SongPage(
            Catalog catalog,
            SimilarSongs similar,
            RecordingRepository recordings,
            HouseholdListening listening,
            FeedbackForms feedback,
            Doubles doubles,
            WhereToPlay places,
            VisitorLibrary library) {
        this.library = library;
        this.places = places;
        this.doubles = doubles;
        this.catalog = catalog;
        this.feedback = feedback;
        this.similar = similar;
        this.recordings = recordings;
        this.listening = listening;
    }

    /**
     * What the page shows.
     *
     * @param song the song
     * @param listeners how many users have played it
     * @param household listeners in the household, as far as the caller may know
     * @param similar songs, most similar first
     * @param warning why there are no similar songs, null if nothing is wrong
     * @param way to another song, null if none was asked for
     * @param musicBrainz address of what MusicBrainz knows of the song, null where a place to hear it says that, or nothing is known
     * @param feedback the form for feedback
     */
    @TemplateData
    public record SongView(
            Song song,
            int listeners,
            HouseholdListening.ListenersView household,
            List<SimilarSong> similar,
            @Nullable Sentence warning,
            @Nullable Way way,
            @Nullable String musicBrainz,
            FeedbackView feedback) {

        /** Whether enough listeners have any of the similar songs. */
        public boolean hasPercentages() {
            return similar.stream().anyMatch(like -> like.similarity() != null);
        }
    }

    /**
     * A way to another song.
     *
     * @param title of the other song, what was asked for if there is no such song
     * @param steps songs in order, the first and the last included; none if there is no such way
     * @param problem why there is none, if there is none
     */
    @TemplateData
    public record Way(String title, List<SimilarSong> steps, WayProblem problem) {}

    /** Why there is no way to a song. */
    @TemplateData
    public enum WayProblem {
        /** Nothing is called so. */
        NO_SUCH_SONG,
        /** It is the song of the page. */
        SAME_SONG,
        /** The model does not know the song of the page. */
        START_UNKNOWN,
        /** The model does not know the other song. */
        END_UNKNOWN,
        /** There is a way, or nobody knows why there is none. */
        NONE
    }

    /**
     * The page.
     *
     * @param song public id
     * @param to public id of a song to find a way to, or words of its title and artist
     * @param owned which similar songs, by who owns them: only, prefer, any or missing; any if it is missing
     */
    @GET
    @Path("{song}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> show(
            @RestPath String song, @RestQuery @Nullable String to, @RestQuery @Nullable String owned) {
        return catalog.song(song)
                .join()
                .map(found -> PageResponse.page(
                        PageResponse.OK, template(found, to, library.shown(owned), feedback.blank(target(found)))))
                .orElseGet(PageResponse::missing);
    }

    /**
     * Saves feedback; the page says so, or the list that it was given in shows it.
     *
     * @param user public id or name of the user whose feedback it is
     * @param verdict love, dislike or ban; none deletes what was given
     * @param pressed the verdict that the form has shown as given
     * @param by public id of the user whose that was
     * @param back where to go then, from the root on; the song's page if it is missing
     */
    @POST
    @Path("{song}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> saveFeedback(
            @RestPath String song,
            @RestForm @Nullable String user,
            @RestForm @Nullable String verdict,
            @RestForm @Nullable String pressed,
            @RestForm @Nullable String by,
            @RestForm @Nullable String back) {
        String list = ReturnAddress.of(back);
        return catalog.song(song)
                .join()
                .map(found -> {
                    FeedbackView given = feedback.save(target(found), user, verdict, pressed, by);
                    return FeedbackForms.status(given) == PageResponse.OK && !list.isEmpty()
                            ? PageResponse.seeOther("../" + ReturnAddress.saying(list, verdict, song, user))
                            : PageResponse.page(
                                    FeedbackForms.status(given), template(found, null, library.shown(null), given));
                })
                .orElseGet(PageResponse::missing);
    }

    /**
     * Tells a song apart from the one of the page.
     *
     * @param other public id of the song that was joined, or may be the same
     */
    @POST
    @Path("{song}/apart")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> tellApart(@RestPath String song, @RestForm @Nullable String other) {
        return doubles.tellApart(other) ? PageResponse.seeOther("../" + other) : PageResponse.missing();
    }

    private static FeedbackTarget target(Song song) {
        return new FeedbackTarget(Subject.SONG, song.id(), song.title());
    }

    private TemplateInstance template(Song song, @Nullable String to, OwnedBy owned, FeedbackView given) {
        SimilarItems likes = similar.songs(song.id(), LIKES, owned);
        Map<Integer, Song> alike = songs(likes);
        Way way = to == null || to.isBlank() ? null : way(song, to.strip(), owned);
        SongPlaces.Found found = places.ofVisitor(all(song, alike.values(), way));
        SongView view = new SongView(
                song,
                similar.listeners(song.id()),
                listening.ofSong(song.id()),
                rows(likes, alike, song),
                likes.warning(),
                way,
                musicBrainz(song, found),
                given);
        return Templates.song(view, doubles.of(song.id()), found, VisitorLibrary.word(owned.owned()));
    }

    private List<Song> all(Song song, Collection<Song> alike, @Nullable Way way) {
        List<Song> all = new ArrayList<>(alike);
        all.add(song);
        if (way != null) {
            all.addAll(catalog.songs(way.steps().stream().map(SimilarSong::key).toList())
                    .join()
                    .values());
        }
        return all;
    }

    private @Nullable String musicBrainz(Song song, SongPlaces.Found found) {
        String address = SongLinks.of(
                        recordings.recordingIds(List.of(song.id())).getOrDefault(song.id(), RecordingIds.NONE))
                .musicBrainz();
        boolean isSaid =
                found.of(song.id()).stream().anyMatch(place -> place.address().equals(address));
        return isSaid ? null : address;
    }

    private Way way(Song from, String to, OwnedBy owned) {
        return catalog.songCalled(to)
                .join()
                .map(end -> end.id() == from.id()
                        ? new Way(end.title(), List.of(), WayProblem.SAME_SONG)
                        : wayBetween(from, end, owned))
                .orElseGet(() -> new Way(to, List.of(), WayProblem.NO_SUCH_SONG));
    }

    private Way wayBetween(Song from, Song end, OwnedBy owned) {
        SimilarItems steps = similar.path(from.id(), end.id(), STEPS, owned);
        WayProblem problem = WayProblem.NONE;
        if (steps.items().isEmpty()) {
            problem = similar.isKnown(from.id()) ? WayProblem.END_UNKNOWN : WayProblem.START_UNKNOWN;
        }
        return new Way(end.title(), rows(steps, songs(steps), from), problem);
    }

    private Map<Integer, Song> songs(SimilarItems likes) {
        return catalog.songs(likes.items().stream().map(ScoredSong::songId).toList())
                .join();
    }

    private List<SimilarSong> rows(SimilarItems likes, Map<Integer, Song> songs, Song song) {
        int listeners = similar.listeners(song.id());
        return SimilarSong.of(likes.items(), songs, other -> Math.min(listeners, similar.listeners(other)));
    }

    /** The page's template. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance song(
                SongView view, List<Doubles.Twin> doubles, SongPlaces.Found places, String owned);
    }
}
