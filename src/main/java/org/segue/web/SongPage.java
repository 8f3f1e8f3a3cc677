package org.segue.web;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Catalog;
import org.segue.catalog.RecordingRepository;
import org.segue.catalog.RecordingRepository.Identity;
import org.segue.catalog.Song;
import org.segue.catalog.SongLinks;
import org.segue.ranking.ScoredSong;
import org.segue.ranking.SimilarSongs;
import org.segue.ranking.SimilarSongs.Likes;

/** A song's page: what is like it, who plays it, and a way from it to another song. */
@Path("/songs")
@Blocking
public class SongPage {

    private static final int LIKES = 12;
    private static final int STEPS = 6;

    private final Catalog catalog;
    private final SimilarSongs similar;
    private final RecordingRepository recordings;
    private final HouseholdListening listening;

    SongPage(Catalog catalog, SimilarSongs similar, RecordingRepository recordings, HouseholdListening listening) {
        this.catalog = catalog;
        this.similar = similar;
        this.recordings = recordings;
        this.listening = listening;
    }

    /**
     * What the page shows.
     *
     * @param song the song
     * @param listeners how many people here have it
     * @param household who plays it in this house, as far as whoever asks may know
     * @param likes what is like it, most alike first
     * @param warning why there is nothing like it, empty if nothing is wrong
     * @param way to another song, null if none was asked for
     * @param links where the world knows it
     */
    @TemplateData
    public record SongView(
            Song song,
            int listeners,
            HouseholdListening.ListenersView household,
            List<LikeRow> likes,
            String warning,
            @Nullable Way way,
            SongLinks links) {}

    /**
     * A way to another song.
     *
     * @param to public id of the other song
     * @param title of it, what was asked for if there is no such song
     * @param steps songs in order, the first and the last included; none if there is no such way
     */
    @TemplateData
    public record Way(String to, String title, List<LikeRow> steps) {}

    /**
     * The page.
     *
     * @param song public id
     * @param to public id of a song to find a way to
     */
    @GET
    @Path("{song}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> show(@RestPath String song, @RestQuery @Nullable String to) {
        return catalog.song(song)
                .join()
                .map(found -> RestResponse.ok(Templates.song(view(found, to))))
                .orElseGet(() -> RestResponse.status(RestResponse.Status.NOT_FOUND, Templates.missing()));
    }

    private SongView view(Song song, @Nullable String to) {
        Likes likes = similar.songs(song.id(), LIKES);
        Way way = to == null || to.isBlank() ? null : way(song, to.strip());
        return new SongView(
                song,
                similar.listeners(song.id()),
                listening.ofSong(song.id()),
                rows(likes),
                likes.warning(),
                way,
                links(song));
    }

    private SongLinks links(Song song) {
        Identity known = recordings.identities(List.of(song.id())).getOrDefault(song.id(), Identity.NONE);
        return SongLinks.of(known.mbid(), known.isrc());
    }

    private Way way(Song from, String to) {
        return catalog.song(to)
                .join()
                .filter(end -> end.id() != from.id())
                .map(end -> new Way(to, end.title(), rows(similar.path(from.id(), end.id(), STEPS))))
                .orElseGet(() -> new Way(to, to, List.of()));
    }

    private List<LikeRow> rows(Likes likes) {
        Map<Integer, Song> songs = catalog.songs(
                        likes.items().stream().map(ScoredSong::songId).toList())
                .join();
        return LikeRow.of(likes.items(), songs);
    }
}
