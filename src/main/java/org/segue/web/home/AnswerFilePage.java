package org.segue.web.home;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.access.OwnAddress;
import org.segue.catalog.Catalog;
import org.segue.catalog.User;
import org.segue.playlists.Playlist;
import org.segue.playlists.PlaylistDocument;
import org.segue.playlists.PlaylistFormat;
import org.segue.playlists.PlaylistService;
import org.segue.playlists.TooManyPlaylistsException;
import org.segue.ranking.Recommendation;
import org.segue.ranking.Recommendations;
import org.segue.web.FieldText;
import org.segue.web.PageResponse;

/** The answer of the home page as a file or as a playlist: plain links and forms, for browsers without script too. */
@Path("/playlist")
@Blocking
public class AnswerFilePage {

    private static final int UNPROCESSABLE = 422;
    private static final int MAX_NAME_LENGTH = 200;

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
     * @param uri its query is the question, see {@link HomeQuestion#of}
     */
    @GET
    @Operation(hidden = true)
    public RestResponse<String> file(
            @RestQuery @Nullable String format, UriInfo uri, @Context HttpServerRequest request) {
        PlaylistFormat wanted =
                PlaylistFormat.named(format == null ? "" : format).orElseThrow(AnswerFilePage::noSuchFormat);
        HomeForm form = form(uri);
        if (!form.answerable()) {
            return seeOther(form.at().again());
        }
        requireReading(form.users());
        PlaylistDocument document = playlists.document(answer(form));
        return RestResponse.ResponseBuilder.ok(wanted.write(document, OwnAddress.of(request)))
                .header(HttpHeaders.CONTENT_TYPE, wanted.contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, wanted.disposition(document))
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /**
     * Keeps the answer to a question as a playlist and leads to its page.
     *
     * @param name of the playlist
     * @param owner public id of the user whose playlist it will be
     * @param uri its query is the question, see {@link HomeQuestion#of}
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<String> keep(@RestForm @Nullable String name, @RestQuery @Nullable String owner, UriInfo uri) {
        HomeForm form = form(uri);
        User user = catalog.user(FieldText.typed(owner)).join().orElse(null);
        access.requireChanging(user == null ? 0 : user.id());
        if (!form.answerable() || user == null) {
            return seeOther(form.at().again());
        }
        requireReading(form.users());
        String title = FieldText.typed(name);
        return seeOther(keep(user, title.isEmpty() ? user.name() : title, answer(form))
                .map(list -> "./playlist/" + list.id())
                .orElse(form.at().again()));
    }

    private Optional<Playlist> keep(User user, String name, Recommendation answer) {
        try {
            return playlists.keep(user, shortened(name.replaceAll("\\p{Cntrl}", " ")), answer);
        } catch (TooManyPlaylistsException e) {
            throw HttpProblem.builder()
                    .withStatus(PageResponse.CONFLICT)
                    .withTitle("Conflict")
                    .withDetail(String.valueOf(e.getMessage()))
                    .build();
        }
    }

    private static RestResponse<String> seeOther(String address) {
        return RestResponse.ResponseBuilder.<String>create(RestResponse.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .build();
    }

    private static String shortened(String name) {
        return name.length() <= MAX_NAME_LENGTH ? name : name.substring(0, MAX_NAME_LENGTH);
    }

    private static HomeForm form(UriInfo uri) {
        return HomeForm.read(HomeQuestion.of(uri.getQueryParameters()), Optional.empty());
    }

    private Recommendation answer(HomeForm form) {
        return recommendations.recommend(form.query(catalog).join()).await().indefinitely();
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
