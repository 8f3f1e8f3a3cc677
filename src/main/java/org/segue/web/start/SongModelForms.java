package org.segue.web.start;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.access.bodies.MalformedBodyException;
import org.segue.access.bodies.ReceivedFile;
import org.segue.access.bodies.ReceivedForm;
import org.segue.backgrounds.BackgroundRequest;
import org.segue.backgrounds.BackgroundService;
import org.segue.backgrounds.SongModelOffers;
import org.segue.jobs.JobFailedException;
import org.segue.songmodel.SongModelException;
import org.segue.web.FieldText;
import org.segue.web.Language;
import org.segue.web.PageResponse;
import org.segue.web.start.StartPage.Said;

/** Forms of the start page for a song model: it is looked at first, with its licence and where it comes from, and then used. */
@Path("/start/song-model")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class SongModelForms {

    private static final Logger LOG = Logger.getLogger(SongModelForms.class);

    private static final Pattern ADDRESS =
            Pattern.compile("https://\\S+|http://(localhost|127(\\.\\d{1,3}){3}|\\[::1\\])(:\\d+)?(/\\S*)?");

    private static final Pattern SHA256 = Pattern.compile("|[0-9a-fA-F]{64}");

    private final StartPage page;
    private final BackgroundService backgrounds;
    private final SongModelOffers offers;
    private final Language language;

    SongModelForms(StartPage page, BackgroundService backgrounds, SongModelOffers offers, Language language) {
        this.page = page;
        this.backgrounds = backgrounds;
        this.offers = offers;
        this.language = language;
    }

    /** Shows what a song model is. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> look(@Context RoutingContext request) {
        HttpServerRequest http = request.request();
        try {
            ReceivedForm form = ReceivedForm.of(request);
            List<ReceivedFile> files = form.files("file").stream()
                    .filter(file -> !file.name().isEmpty() || file.bytes() > 0)
                    .toList();
            SongModelChoice choice = files.isEmpty()
                    ? atAddress(FieldText.typed(form.field("url")), FieldText.typed(form.field("sha256")))
                    : sent(files.get(0));
            return PageResponse.page(
                    choice.shown() != null ? PageResponse.OK : PageResponse.UNPROCESSABLE,
                    page.page(Said.songModel(choice), false, http));
        } catch (MalformedBodyException e) {
            return refused(wrong("", "", messages().malformed()), http);
        }
    }

    private SongModelChoice sent(ReceivedFile file) {
        try {
            SongModelOffers.Kept kept = offers.keep(file.path(), file.name());
            return SongModelChoice.of(kept.offer(), kept.upload(), "", "");
        } catch (SongModelException e) {
            return wrong("", "", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            LOG.error("A song model cannot be kept", e);
            return wrong("", "", messages().unkept());
        }
    }

    private SongModelChoice atAddress(String url, String sha256) {
        if (url.isEmpty()) {
            return wrong(url, sha256, messages().missing());
        }
        String problem = problem(url, sha256);
        if (!problem.isEmpty()) {
            return wrong(url, sha256, problem);
        }
        try {
            return SongModelChoice.of(offers.look(URI.create(url)), "", url, sha256);
        } catch (IllegalArgumentException e) {
            return wrong(url, sha256, messages().wrongAddress());
        } catch (JobFailedException | SongModelException e) {
            return wrong(url, sha256, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            LOG.error("What a song model says of itself cannot be kept", e);
            return wrong(url, sha256, messages().unkept());
        }
    }

    private String problem(String url, String sha256) {
        if (!ADDRESS.matcher(url).matches()) {
            return messages().wrongAddress();
        }
        return SHA256.matcher(sha256).matches() ? "" : messages().wrongChecksum();
    }

    private static SongModelChoice wrong(String url, String sha256, String problem) {
        return new SongModelChoice(null, "", url, sha256, problem);
    }

    private RestResponse<TemplateInstance> refused(SongModelChoice choice, HttpServerRequest http) {
        return PageResponse.page(PageResponse.UNPROCESSABLE, page.page(Said.songModel(choice), false, http));
    }

    private ModelOfferMessages messages() {
        return language.messages(ModelOfferMessages.class);
    }

    /** Uses a song model that was looked at. */
    @POST
    @Path("use")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> use(
            @RestForm @Nullable String upload,
            @RestForm @Nullable String url,
            @RestForm @Nullable String sha256,
            @Context HttpServerRequest http) {
        String address = FieldText.typed(url);
        String sum = FieldText.typed(sha256);
        try {
            if (address.isEmpty()) {
                return backgrounds.takeSongModel(FieldText.typed(upload)).isPresent()
                        ? PageResponse.seeOther("../../start#learn")
                        : refused(wrong("", "", messages().gone()), http);
            }
            String problem = problem(address, sum);
            if (!problem.isEmpty()) {
                return refused(wrong(address, sum, problem), http);
            }
            backgrounds.fetch(BackgroundRequest.songModel().from(address, sum.isEmpty() ? null : sum));
            return PageResponse.seeOther("../../start#learn");
        } catch (IOException e) {
            LOG.error("A song model cannot be kept", e);
            return refused(wrong(address, sum, messages().unkept()), http);
        }
    }
}
