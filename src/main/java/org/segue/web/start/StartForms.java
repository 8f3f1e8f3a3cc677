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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.access.NewToken;
import org.segue.access.Tokens;
import org.segue.access.TooManyTokensException;
import org.segue.access.bodies.MalformedBodyException;
import org.segue.access.bodies.ReceivedForm;
import org.segue.backgrounds.BackgroundRequest;
import org.segue.backgrounds.BackgroundService;
import org.segue.backgrounds.DemoService;
import org.segue.catalog.AmbiguousNameException;
import org.segue.imports.ImportException;
import org.segue.imports.ImportOptions;
import org.segue.imports.PreviewService;
import org.segue.imports.Upload;
import org.segue.storage.StorageException;
import org.segue.text.Sentence;
import org.segue.training.TrainingRequest;
import org.segue.training.TrainingService;
import org.segue.training.TrainingUnderWayException;
import org.segue.web.FieldText;
import org.segue.web.Language;
import org.segue.web.PageResponse;
import org.segue.web.start.StartPage.Said;
import org.segue.web.start.StartView.NamesForm;

/** Forms of the start page, for the administrator. */
@Path("/start")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class StartForms {

    private static final Logger LOG = Logger.getLogger(StartForms.class);
    private static final int MAX_USERS = 1_000_000;
    private static final String PLAYER = "player";

    private final StartPage page;
    private final StartReader reader;
    private final NewListenerForm listeners;
    private final Tokens tokens;
    private final BackgroundService backgrounds;
    private final PreviewService previews;
    private final DemoService demo;
    private final TrainingService trainings;
    private final Language language;

    StartForms(
            StartPage page,
            StartReader reader,
            NewListenerForm listeners,
            Tokens tokens,
            BackgroundService backgrounds,
            PreviewService previews,
            DemoService demo,
            TrainingService trainings,
            Language language) {
        this.page = page;
        this.reader = reader;
        this.listeners = listeners;
        this.tokens = tokens;
        this.backgrounds = backgrounds;
        this.previews = previews;
        this.demo = demo;
        this.trainings = trainings;
        this.language = language;
    }

    /**
     * Makes listeners.
     *
     * @param names with commas between them
     * @param same who the first of them is, if that was asked
     */
    @POST
    @Path("listeners")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> addListeners(
            @RestForm @Nullable String names, @RestForm @Nullable String same, @Context HttpServerRequest http) {
        String typed = FieldText.typed(names);
        String problem = listeners.problem(typed);
        try {
            NamesForm left =
                    problem.isEmpty() ? listeners.add(typed, FieldText.typed(same)) : NamesForm.wrong(typed, problem);
            return left.problem().isEmpty() ? PageResponse.seeOther("../start") : unclear(Said.names(left), http);
        } catch (AmbiguousNameException e) {
            return unclear(Said.names(NamesForm.wrong(typed, language.say(e.sentence()))), http);
        }
    }

    private RestResponse<TemplateInstance> unclear(Said said, HttpServerRequest http) {
        return PageResponse.page(PageResponse.UNPROCESSABLE, page.page(said, false, http));
    }

    /** Makes a token for a listener's player, and shows it. */
    @POST
    @Path(PLAYER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> connect(@RestForm @Nullable String user, @Context HttpServerRequest http) {
        String typed = FieldText.typed(user);
        String problem = listeners.problem(typed);
        if (!problem.isEmpty()) {
            return unclear(Said.playerProblem(problem), http);
        }
        try {
            NewToken made = tokens.create(typed, PLAYER, false);
            Said said = Said.token(made.secret(), reader.nameOf(made.token().user()));
            return PageResponse.page(PageResponse.OK, page.page(said, false, http));
        } catch (TooManyTokensException e) {
            return unclear(Said.playerProblem(language.say(e.sentence())), http);
        } catch (AmbiguousNameException e) {
            return unclear(Said.playerProblem(language.say(e.sentence())), http);
        }
    }

    /** Fetches ListenBrainz's public listens, and trains then. */
    @POST
    @Path("background")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> fetch(@RestForm @Nullable String dumps, @RestForm @Nullable String users) {
        backgrounds.fetchAndTrain(BackgroundRequest.listenBrainz(
                number(dumps, OfferView.MAX_DUMPS, BackgroundRequest.DUMPS),
                number(users, MAX_USERS, BackgroundRequest.USERS),
                0));
        return PageResponse.seeOther("../start#learn");
    }

    // The page offers numbers to choose from: anything else is none of its own.
    private static int number(@Nullable String typed, int most, int usual) {
        String digits = FieldText.typed(typed);
        int number = digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : usual;
        return number < 1 || number > most ? usual : number;
    }

    /** Takes a data set as a background, and trains then. */
    @POST
    @Path("dataset")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> takeDataSet(@Context RoutingContext request) {
        StartMessages messages = language.messages(StartMessages.class);
        try {
            takeDataSet(ReceivedForm.of(request));
            return PageResponse.seeOther("../start#learn");
        } catch (MalformedBodyException e) {
            return unclear(Said.dataSetProblem(messages.malformed()), request.request());
        } catch (ImportException e) {
            return unclear(Said.dataSetProblem(firstLine(e)), request.request());
        } catch (StorageException e) {
            LOG.errorf(e, "A data set cannot be kept: %s", e.getMessage());
            return PageResponse.page(
                    PageResponse.UNAVAILABLE,
                    page.page(Said.dataSetProblem(messages.unkept()), false, request.request()));
        }
    }

    // What else was expected is a long list.
    private String firstLine(ImportException e) {
        return language.say(e.sentence()).lines().findFirst().orElse("");
    }

    private void takeDataSet(ReceivedForm received) {
        List<Upload> files = received.files("file").stream()
                .filter(file -> !file.name().isEmpty() || file.bytes() > 0)
                .map(file -> Upload.of(file.path(), file.name()))
                .toList();
        if (files.isEmpty()) {
            throw new ImportException(
                    Sentence.plain(language.messages(StartMessages.class).fileMissing()));
        }
        ImportOptions options =
                new ImportOptions(ImportOptions.AUTO, null, null, null, new ImportOptions.Background(null, 0));
        String upload = previews.preview(files, options).kept().upload();
        backgrounds.takeAndTrain(upload, BackgroundRequest.ofImport(null, 0));
    }

    /** Undoes a background, or cancels it; one that is undone already leads to the same page. */
    @POST
    @Path("backgrounds/{id}/undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> undo(@RestPath int id) {
        backgrounds.undo(id);
        return PageResponse.seeOther("../../../start#learn");
    }

    /** Takes the demo out; if it is gone already, the page is the same. */
    @POST
    @Path("demo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> removeDemo() {
        demo.remove();
        return PageResponse.seeOther("../start");
    }

    /** Trains; a training that runs is as good. */
    @POST
    @Path("train")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> train() {
        try {
            trainings.start(TrainingRequest.byDefault().spec());
        } catch (TrainingUnderWayException e) {
            LOG.debug("A training runs already");
        }
        return PageResponse.seeOther("../start#ready");
    }
}
