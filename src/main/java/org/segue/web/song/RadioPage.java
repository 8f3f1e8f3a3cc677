package org.segue.web.song;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.access.OwnAddress;
import org.segue.catalog.Catalog;
import org.segue.catalog.Song;
import org.segue.library.SongPlaces;
import org.segue.playlists.PlaylistDocument;
import org.segue.playlists.PlaylistFormat;
import org.segue.playlists.PlaylistService;
import org.segue.ranking.OwnedBy;
import org.segue.ranking.Radio;
import org.segue.ranking.Recommendation;
import org.segue.ranking.RecommendationQuery;
import org.segue.ranking.RecommendedSong;
import org.segue.text.Sentence;
import org.segue.web.PageResponse;
import org.segue.web.VisitorLibrary;
import org.segue.web.WhereToPlay;

/** A radio from a song, some songs a page, and each page as a file for players. */
@Path("/songs/{song}/radio")
@Blocking
public class RadioPage {

    private static final int SONGS = 20;

    private final Radio radio;
    private final Catalog catalog;
    private final PlaylistService playlists;
    private final WhereToPlay places;
    private final VisitorLibrary library;

    RadioPage(Radio radio, Catalog catalog, PlaylistService playlists, WhereToPlay places, VisitorLibrary library) {
        this.library = library;
        this.places = places;
        this.radio = radio;
        this.catalog = catalog;
        this.playlists = playlists;
    }

    /**
     * What the page shows.
     *
     * @param song that the radio starts from
     * @param cursor of the page's songs
     * @param owned which songs, by who owns them
     * @param songs in order
     * @param warnings sentences about what a reader would not expect
     * @param next cursor of the next page, empty where the radio ends
     */
    @TemplateData
    public record RadioView(
            Song song, String cursor, String owned, List<Song> songs, List<Sentence> warnings, String next) {}

    /**
     * The page. Without a cursor, or with one of another radio, it is the first of a new radio.
     *
     * @param song public id
     * @param cursor of the page's songs
     * @param owned only, prefer, any or missing; for a listener with a library it is only if it is missing
     */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> show(
            @RestPath String song, @RestQuery @Nullable String cursor, @RestQuery @Nullable String owned) {
        return catalog.song(song)
                .join()
                .map(found -> page(found, cursor == null ? "" : cursor, library.played(owned)))
                .orElseGet(PageResponse::missing);
    }

    private RestResponse<TemplateInstance> page(Song song, String cursor, OwnedBy owned) {
        RecommendationQuery query = RecommendationQuery.radio(owned.users(), song, SONGS, owned.owned());
        String word = VisitorLibrary.word(owned.owned());
        Optional<Radio.Place> place = place(query, cursor);
        if (place.isEmpty()) {
            return PageResponse.seeOther("./radio?cursor=%s&owned=%s".formatted(radio.cursor(query), word));
        }
        Recommendation answer = radio.next(query, place.get()).await().indefinitely();
        List<Song> songs = answer.items().stream().map(RecommendedSong::song).toList();
        RadioView view = new RadioView(
                song, cursor, word, songs, answer.warnings(), answer.beside().next());
        return PageResponse.page(PageResponse.OK, Templates.radio(view, places.ofVisitor(songs)));
    }

    private Optional<Radio.Place> place(RecommendationQuery query, String cursor) {
        return radio.place(cursor).filter(found -> found.isFrom(query.seeds()));
    }

    /**
     * The songs of a page as a file.
     *
     * @param song public id
     * @param cursor of the page's songs
     * @param format jspf, xspf, m3u8 or csv
     * @param owned as on the page
     */
    @GET
    @Path("file")
    @Operation(hidden = true)
    public RestResponse<String> file(
            @RestPath String song,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable String format,
            @RestQuery @Nullable String owned,
            @Context HttpServerRequest request) {
        PlaylistFormat wanted = PlaylistFormat.named(format == null ? "" : format)
                .orElseThrow(() -> problem(PageResponse.UNPROCESSABLE, "format must be jspf, xspf, m3u8 or csv."));
        Song found = catalog.song(song).join().orElseThrow(() -> problem(404, "There is no such song."));
        OwnedBy by = library.played(owned);
        RecommendationQuery query = RecommendationQuery.radio(by.users(), found, SONGS, by.owned());
        Radio.Place place = place(query, cursor == null ? "" : cursor)
                .orElseThrow(() ->
                        problem(PageResponse.UNPROCESSABLE, "cursor must be that of a page of this song's radio."));
        PlaylistDocument document =
                playlists.document(radio.next(query, place).await().indefinitely());
        return RestResponse.ResponseBuilder.ok(wanted.write(document, OwnAddress.of(request)))
                .header(HttpHeaders.CONTENT_TYPE, wanted.contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, wanted.disposition(document))
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static HttpProblem problem(int status, String detail) {
        return HttpProblem.builder()
                .withStatus(status)
                .withTitle(status == PageResponse.UNPROCESSABLE ? "Unprocessable Content" : "Not Found")
                .withDetail(detail)
                .build();
    }

    /** The page's template. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance radio(RadioView view, SongPlaces.Found places);
    }
}
