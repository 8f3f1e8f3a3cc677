package org.segue.web.home;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.access.OwnAddress;
import org.segue.catalog.Catalog;
import org.segue.playlists.PlaylistDocument;
import org.segue.playlists.PlaylistFormat;
import org.segue.playlists.PlaylistService;
import org.segue.ranking.Recommendations;

/** The answer of the home page as a file: plain links, for browsers without script too. */
@Path("/playlist")
@Blocking
public class AnswerFilePage {

    private static final int UNPROCESSABLE = 422;

    private final PlaylistService playlists;
    private final Recommendations recommendations;
    private final Catalog catalog;
    private final Access access;

    AnswerFilePage(PlaylistService playlists, Recommendations recommendations, Catalog catalog, Access access) {
        this.playlists = playlists;
        this.recommendations = recommendations;
        this.catalog = catalog;
        this.access = access;
    }

    /**
     * The answer to a question as a file. A question without an answer leads to the home page, which says why.
     *
     * @param format jspf, xspf, m3u8 or csv
     * @param user public ids or names of the listeners
     * @param n how many songs, ten if missing
     * @param adventure how far from the plain ranking, 0 to 1
     * @param versions true for live versions, remixes and the like of songs heard
     * @param untried where songs come that nobody has played: none, last, mixed or only; none if missing
     * @param owned what is made of songs that the listeners own: only, prefer, any or missing; any if missing
     * @param when which plays of the listeners count: now, lately or always; the model decides if missing
     * @param halfLife in its place, the time after which a play counts half, PT5M to P3650D
     * @param seed public ids of songs to start from
     * @param ignore public ids of songs that the answer must not be made from
     */
    @GET
    @Operation(hidden = true)
    public RestResponse<String> file(
            @RestQuery @Nullable String format,
            @RestQuery List<String> user,
            @RestQuery @Nullable String n,
            @RestQuery @Nullable String adventure,
            @RestQuery @Nullable String versions,
            @RestQuery @Nullable String untried,
            @RestQuery @Nullable String owned,
            @RestQuery @Nullable String when,
            @RestQuery @Nullable String halfLife,
            @RestQuery List<String> seed,
            @RestQuery List<String> ignore,
            @Context HttpServerRequest request) {
        PlaylistFormat wanted =
                PlaylistFormat.named(format == null ? "" : format).orElseThrow(AnswerFilePage::noSuchFormat);
        HomeForm form = HomeForm.read(
                new HomeQuestion(
                        user,
                        n,
                        SongChoice.of(adventure, versions, untried, owned),
                        when,
                        halfLife,
                        seed,
                        null,
                        ignore),
                Optional.empty());
        if (!form.answerable()) {
            return RestResponse.ResponseBuilder.<String>create(RestResponse.Status.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, form.address())
                    .build();
        }
        requireReading(form.users());
        PlaylistDocument document = playlists.document(
                recommendations.recommend(form.query(catalog).join()).await().indefinitely());
        return RestResponse.ResponseBuilder.ok(wanted.write(document, OwnAddress.of(request)))
                .header(HttpHeaders.CONTENT_TYPE, wanted.contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, wanted.disposition(document))
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private void requireReading(List<String> users) {
        Uni<Void> allowed = access.reading().require(users);
        allowed.await().indefinitely();
    }

    private static HttpProblem noSuchFormat() {
        return HttpProblem.builder()
                .withStatus(UNPROCESSABLE)
                .withTitle("Unprocessable Content")
                .withDetail("format must be jspf, xspf, m3u8 or csv.")
                .build();
    }
}
