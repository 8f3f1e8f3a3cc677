package org.segue.web.start;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.access.Claims;
import org.segue.access.OwnAddress;
import org.segue.access.SessionCookie;
import org.segue.web.FieldText;
import org.segue.web.Language;
import org.segue.web.PageResponse;
import org.segue.web.start.StartView.Learning;
import org.segue.web.start.StartView.Music;
import org.segue.web.start.StartView.NamesForm;
import org.segue.web.start.StartView.People;
import org.segue.web.start.StartView.Ready;

/** The page that sets a service up, and the claim of a fresh one. */
@Path("/start")
@Blocking
public class StartPage {

    private static final int CONFLICT = PageResponse.CONFLICT;

    private final StartReader reader;
    private final NewListenerForm listeners;
    private final Claims claims;
    private final Access access;
    private final Language language;

    StartPage(StartReader reader, NewListenerForm listeners, Claims claims, Access access, Language language) {
        this.reader = reader;
        this.listeners = listeners;
        this.claims = claims;
        this.access = access;
        this.language = language;
    }

    /**
     * What a form has to say on the page that answers it.
     *
     * @param names of the first step
     * @param token that was made, null if none was
     * @param madeFor whose that is
     * @param playerProblem why none was made, empty if nothing was wrong
     * @param dataSetProblem what is wrong with a data set, empty if nothing is
     */
    record Said(
            NamesForm names,
            @Nullable String token,
            String madeFor,
            String playerProblem,
            String dataSetProblem,
            SongModelChoice songModel) {

        static final Said NOTHING = new Said(NamesForm.BLANK, null, "", "", "", SongModelChoice.NONE);

        static Said names(NamesForm names) {
            return new Said(names, null, "", "", "", SongModelChoice.NONE);
        }

        static Said token(String token, String madeFor) {
            return new Said(NamesForm.BLANK, token, madeFor, "", "", SongModelChoice.NONE);
        }

        static Said playerProblem(String problem) {
            return new Said(NamesForm.BLANK, null, "", problem, "", SongModelChoice.NONE);
        }

        static Said dataSetProblem(String problem) {
            return new Said(NamesForm.BLANK, null, "", "", problem, SongModelChoice.NONE);
        }

        static Said songModel(SongModelChoice choice) {
            return new Said(NamesForm.BLANK, null, "", "", "", choice);
        }
    }

    /**
     * The page.
     *
     * @param offer true to ask the mirror what ListenBrainz's public listens would take
     */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> show(@RestQuery boolean offer, @Context HttpServerRequest http) {
        return PageResponse.page(PageResponse.OK, page(Said.NOTHING, offer, http));
    }

    /**
     * Claims a fresh service, signs the browser in, and makes the first listeners.
     *
     * @param code of the log, where one is asked for
     * @param names of listeners
     */
    @POST
    @Path("claim")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> claim(
            @RestForm @Nullable String code, @RestForm @Nullable String names, @Context HttpServerRequest http) {
        String typed = FieldText.typed(names);
        String problem = listeners.problem(typed);
        if (!problem.isEmpty()) {
            return wrong(PageResponse.UNPROCESSABLE, typed, FieldText.typed(code), problem, http);
        }
        Claims.Outcome outcome = claims.claim(http, FieldText.typed(code));
        if (outcome.session() == null) {
            return refused(outcome, typed, http);
        }
        listeners.add(typed);
        return RestResponse.ResponseBuilder.<TemplateInstance>create(RestResponse.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "../start")
                .header(HttpHeaders.SET_COOKIE, SessionCookie.of(outcome.session(), http))
                .build();
    }

    private RestResponse<TemplateInstance> refused(Claims.Outcome outcome, String names, HttpServerRequest http) {
        StartMessages messages = language.messages(StartMessages.class);
        return switch (Objects.requireNonNull(outcome.problem())) {
            case WRONG_CODE -> wrong(PageResponse.UNPROCESSABLE, names, "", messages.wrongCode(), http);
            case SPENT -> wrong(PageResponse.TOO_MANY, names, "", messages.spent(), http);
            case FOREIGN -> wrong(PageResponse.FORBIDDEN, names, "", messages.foreign(), http);
            case CLOSED -> wrong(CONFLICT, names, "", messages.claimed(), http);
        };
    }

    private RestResponse<TemplateInstance> wrong(
            int status, String names, String code, String problem, HttpServerRequest http) {
        NamesForm form = new NamesForm(names, code, problem, "", List.of());
        return PageResponse.page(status, page(Said.names(form), false, http));
    }

    /** The page with what a form has to say. */
    TemplateInstance page(Said said, boolean asksMirror, HttpServerRequest http) {
        boolean administrator = access.caller().administrator();
        Claims.Offer offer = administrator ? Claims.Offer.NONE : claims.offer(http);
        String root = root(http.path());
        return Templates.start(
                administrator
                        ? new StartView(
                                root,
                                offer,
                                true,
                                reader.people(said.names()),
                                new Music(
                                        reader.libraries(),
                                        OwnAddress.of(http),
                                        said.token(),
                                        said.madeFor(),
                                        said.playerProblem()),
                                reader.learning(asksMirror, said.dataSetProblem(), said.songModel()),
                                reader.ready())
                        : closed(root, offer, said.names()));
    }

    private static String root(String path) {
        if (path.endsWith("/start")) {
            return "./";
        }
        return path.endsWith("/song-model/use") ? "../../" : "../";
    }

    private static StartView closed(String root, Claims.Offer offer, NamesForm names) {
        return new StartView(
                root,
                offer,
                false,
                new People(List.of(), false, names),
                new Music(List.of(), "", null, "", ""),
                new Learning(List.of(), null, 0, "", SongModelChoice.NONE),
                new Ready(0, false, false, null, 0, false));
    }

    /** The page's template. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance start(StartView view);
    }
}
