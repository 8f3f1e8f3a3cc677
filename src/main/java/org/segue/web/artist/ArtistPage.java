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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
import org.segue.ranking.ScoredSong;
import org.segue.ranking.SimilarSongs;
import org.segue.ranking.SimilarSongs.SimilarItems;
import org.segue.web.HouseholdListening;
import org.segue.web.PageResponse;
import org.segue.web.feedback.FeedbackForms;
import org.segue.web.feedback.FeedbackForms.FeedbackTarget;
import org.segue.web.feedback.FeedbackForms.FeedbackView;

/** An artist's page: the songs that most people here have, and who is like them. */
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
    private final FeedbackForms judging;

    ArtistPage(
            Catalog catalog,
            ArtistRepository artists,
            SongRepository songs,
            SimilarSongs similar,
            HouseholdListening listening,
            FeedbackForms judging) {
        this.catalog = catalog;
        this.artists = artists;
        this.songs = songs;
        this.similar = similar;
        this.listening = listening;
        this.judging = judging;
    }

    /**
     * What the page shows.
     *
     * @param artist the artist
     * @param songs those that most people have first
     * @param household who plays them in this house, as far as whoever asks may know
     * @param likes who is like them, most alike first
     * @param judging the form for verdicts
     */
    @TemplateData
    public record ArtistView(
            Artist artist,
            List<Song> songs,
            HouseholdListening.ListenersView household,
            List<ArtistRow> likes,
            FeedbackView judging) {

        /** Address of the page of songs for those who like this artist, relative to the root; there are songs. */
        public String startAddress() {
            return songs.stream()
                    .limit(SEEDS)
                    .map(song -> "&seed=" + URLEncoder.encode(song.publicId(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("", "?user=&n=10", ""));
        }
    }

    /**
     * An artist beside another.
     *
     * @param id public id
     * @param name as it was first seen
     * @param likeness cosine in percent, 0 to 100
     */
    @TemplateData
    public record ArtistRow(String id, String name, int likeness) {}

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
                .map(found -> PageResponse.page(PageResponse.OK, Templates.artist(view(found, judging.blank()))))
                .orElseGet(PageResponse::missing);
    }

    /**
     * Takes a verdict; the page says it.
     *
     * @param user public id or name of whose it is
     * @param verdict love, dislike or ban
     */
    @POST
    @Path("{artist}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> judge(
            @RestPath String artist, @RestForm @Nullable String user, @RestForm @Nullable String verdict) {
        return find(artist)
                .map(found -> {
                    FeedbackView judged =
                            judging.judge(new FeedbackTarget(Subject.ARTIST, found.id(), found.name()), user, verdict);
                    return PageResponse.page(judged.status(), Templates.artist(view(found, judged)));
                })
                .orElseGet(PageResponse::missing);
    }

    private Optional<Artist> find(String publicId) {
        return catalog.artistKey(publicId)
                .join()
                .flatMap(key -> artists.byIds(List.of(key)).stream().findFirst());
    }

    private ArtistView view(Artist artist, FeedbackView judged) {
        return new ArtistView(
                artist,
                songs.ofArtist(artist.id(), SONGS),
                listening.ofArtist(artist.id()),
                rows(similar.artists(artist.id(), LIKES)),
                judged);
    }

    private List<ArtistRow> rows(SimilarItems likes) {
        List<Integer> keys = likes.items().stream().map(ScoredSong::songId).toList();
        Map<Integer, Artist> names =
                artists.byIds(keys).stream().collect(Collectors.toMap(Artist::id, Function.identity()));
        List<ArtistRow> rows = new ArrayList<>();
        for (ScoredSong like : likes.items()) {
            Artist artist = names.get(like.songId());
            if (artist != null) {
                int percent = Math.round(100 * Math.max(0, Math.min(1, like.score())));
                rows.add(new ArtistRow(artist.publicId(), artist.name(), percent));
            }
        }
        return rows;
    }

    /** The page's template. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance artist(ArtistView view);
    }
}
