package org.segue.web.artist;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Artist;
import org.segue.catalog.ArtistRepository;
import org.segue.catalog.Catalog;
import org.segue.catalog.Song;
import org.segue.catalog.SongRepository;
import org.segue.feedback.Subject;
import org.segue.library.SongPlaces;
import org.segue.ranking.ScoredSong;
import org.segue.ranking.SimilarSongs;
import org.segue.ranking.SimilarSongs.SimilarItems;
import org.segue.web.FieldText;
import org.segue.web.Formatting;
import org.segue.web.HouseholdListening;
import org.segue.web.PageResponse;
import org.segue.web.WhereToPlay;
import org.segue.web.feedback.FeedbackForms;
import org.segue.web.feedback.FeedbackTarget;
import org.segue.web.feedback.FeedbackView;

/** An artist's page: most played songs, listeners, similar artists, and the form for feedback. */
@Path("/artists")
@Blocking
public class ArtistPage {

    private static final int SONGS = 20;
    private static final int LIKES = 12;
    private static final int SEEDS = 5;

    private final Catalog catalog;
    private final ArtistRepository artists;
    private final SongRepository songs;
    private final SimilarSongs similar;
    private final HouseholdListening listening;
    private final FeedbackForms feedback;
    private final WhereToPlay places;

    ArtistPage(
            Catalog catalog,
            ArtistRepository artists,
            SongRepository songs,
            SimilarSongs similar,
            HouseholdListening listening,
            FeedbackForms feedback,
            WhereToPlay places) {
        this.places = places;
        this.catalog = catalog;
        this.artists = artists;
        this.songs = songs;
        this.similar = similar;
        this.listening = listening;
        this.feedback = feedback;
    }

    /**
     * What the page shows.
     *
     * @param artist the artist
     * @param songs most listeners first
     * @param listeners how many users have the song that most have, 0 if that is unknown
     * @param household listeners in the household, as far as the caller may know
     * @param similar artists, most similar first
     * @param feedback the form for feedback
     */
    @TemplateData
    public record ArtistView(
            Artist artist,
            List<ArtistSong> songs,
            long listeners,
            HouseholdListening.ListenersView household,
            List<SimilarArtist> similar,
            FeedbackView feedback) {

        /** Whether enough listeners have songs of any of the similar artists. */
        public boolean hasPercentages() {
            return similar.stream().anyMatch(like -> like.similarity() != null);
        }

        /** Query of the home page that starts from the first songs, of which there must be one. */
        public String startAddress() {
            return songs.stream()
                    .limit(SEEDS)
                    .map(row -> "&seed=" + FieldText.encoded(row.song().publicId()))
                    .collect(Collectors.joining("", "?user=&n=10", ""));
        }
    }

    /**
     * A song.
     *
     * @param song the song
     * @param listeners how many users have it
     */
    @TemplateData
    public record ArtistSong(Song song, long listeners) {}

    /**
     * A similar artist.
     *
     * @param id public id
     * @param name as it was first seen
     * @param similarity cosine in percent, 0 to 100; null where too few listeners have songs of one of the two
     */
    @TemplateData
    public record SimilarArtist(
            String id, String name, @Nullable Integer similarity) {}

    /**
     * The page.
     *
     * @param artist public id
     */
    @GET
    @Path("{artist}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> show(@RestPath String artist) {
        return find(artist)
                .map(found -> PageResponse.page(PageResponse.OK, template(found, feedback.blank(target(found)))))
                .orElseGet(PageResponse::missing);
    }

    /**
     * Saves feedback; the page says so.
     *
     * @param user public id or name of the user whose feedback it is
     * @param verdict love, dislike or ban
     * @param pressed the verdict that the form has shown as given
     * @param by public id of the user whose that was
     */
    @POST
    @Path("{artist}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> saveFeedback(
            @RestPath String artist,
            @RestForm @Nullable String user,
            @RestForm @Nullable String verdict,
            @RestForm @Nullable String pressed,
            @RestForm @Nullable String by) {
        return find(artist)
                .map(found -> {
                    FeedbackView given = feedback.save(target(found), user, verdict, pressed, by);
                    return PageResponse.page(FeedbackForms.status(given), template(found, given));
                })
                .orElseGet(PageResponse::missing);
    }

    private static FeedbackTarget target(Artist artist) {
        return new FeedbackTarget(Subject.ARTIST, artist.id(), artist.name());
    }

    private Optional<Artist> find(String publicId) {
        return catalog.artistKey(publicId)
                .join()
                .flatMap(key -> artists.byIds(List.of(key)).stream().findFirst());
    }

    private TemplateInstance template(Artist artist, FeedbackView given) {
        ArtistView view = view(artist, given);
        List<Song> shown = view.songs().stream().map(ArtistSong::song).toList();
        return Templates.artist(view, places.ofVisitor(shown));
    }

    private ArtistView view(Artist artist, FeedbackView given) {
        return new ArtistView(
                artist,
                songs.ofArtist(artist.id(), SONGS).stream()
                        .map(song -> new ArtistSong(song, similar.listeners(song.id())))
                        .toList(),
                similar.artistListeners(artist.id()),
                listening.ofArtist(artist.id()),
                rows(similar.artists(artist.id(), LIKES), similar.artistListeners(artist.id())),
                given);
    }

    private List<SimilarArtist> rows(SimilarItems likes, int listeners) {
        List<Integer> keys = likes.items().stream().map(ScoredSong::songId).toList();
        Map<Integer, Artist> names =
                artists.byIds(keys).stream().collect(Collectors.toMap(Artist::id, Function.identity()));
        List<SimilarArtist> rows = new ArrayList<>();
        for (ScoredSong like : likes.items()) {
            Artist artist = names.get(like.songId());
            if (artist != null) {
                int ofBoth = Math.min(listeners, similar.artistListeners(artist.id()));
                rows.add(new SimilarArtist(
                        artist.publicId(), artist.name(), Formatting.similarity(like.score(), ofBoth)));
            }
        }
        return rows;
    }

    /** The page's template. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance artist(ArtistView view, SongPlaces.Found places);
    }
}
