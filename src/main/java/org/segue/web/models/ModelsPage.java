package org.segue.web.models;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.segue.access.Access;
import org.segue.access.bodies.MalformedBodyException;
import org.segue.access.bodies.ReceivedFile;
import org.segue.access.bodies.ReceivedForm;
import org.segue.model.ActiveModel;
import org.segue.model.ModelManifest;
import org.segue.model.ModelVersion;
import org.segue.ranking.RankingState;
import org.segue.ranking.Snapshots;
import org.segue.songmodel.SongModelException;
import org.segue.storage.StorageException;
import org.segue.training.SongModelService;
import org.segue.training.TrainingService;
import org.segue.training.TrainingUnderWayException;
import org.segue.web.Language;
import org.segue.web.PageResponse;

/** The page of trainings and models: what runs, what is kept, how good it is, and what answers. */
@Path("/models")
@Blocking
public class ModelsPage {

    private static final Logger LOG = Logger.getLogger(ModelsPage.class);
    private static final int TRAININGS = 10;

    private final ActiveModel models;
    private final TrainingService trainings;
    private final Snapshots snapshots;
    private final Access access;
    private final Language language;
    private final SongModelService songModels;

    ModelsPage(
            ActiveModel models,
            TrainingService trainings,
            Snapshots snapshots,
            Access access,
            Language language,
            SongModelService songModels) {
        this.songModels = songModels;
        this.models = models;
        this.trainings = trainings;
        this.snapshots = snapshots;
        this.access = access;
        this.language = language;
    }

    /** The page. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> show() {
        return PageResponse.page(PageResponse.OK, page(TrainingForm.BLANK, ""));
    }

    /**
     * Starts a training; if that cannot be, the page says why and keeps what was typed.
     *
     * @param typed hyperparameters by what the API calls them; those that are empty are left to Segue
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> train(MultivaluedMap<String, String> typed) {
        TrainingForm form = form(typed);
        try {
            trainings.start(form.spec(language));
            return PageResponse.seeOther("models#jobs");
        } catch (IllegalArgumentException e) {
            return refused(PageResponse.UNPROCESSABLE, form, String.valueOf(e.getMessage()));
        } catch (TrainingUnderWayException e) {
            return refused(
                    PageResponse.CONFLICT, form, messages().underWay(e.running().id()));
        }
    }

    /** Ends a training without a model; one that has ended is no mistake. */
    @POST
    @Path("trainings/{id}/cancel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> cancel(@RestPath int id) {
        trainings.cancel(id);
        return PageResponse.seeOther("../../../models");
    }

    /** Takes a song model in; if it is refused the page says why. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> take(@Context RoutingContext request) {
        try {
            List<ReceivedFile> files = ReceivedForm.of(request).files("file").stream()
                    .filter(file -> file.bytes() > 0)
                    .toList();
            if (files.size() != 1) {
                return refused(PageResponse.UNPROCESSABLE, songModelMessages().one());
            }
            songModels.take(files.get(0).path(), 0);
            return PageResponse.seeOther("models");
        } catch (SongModelException e) {
            return refused(PageResponse.UNPROCESSABLE, String.valueOf(e.getMessage()));
        } catch (MalformedBodyException e) {
            return refused(PageResponse.MALFORMED, songModelMessages().one());
        } catch (IOException | StorageException e) {
            LOG.error("A song model cannot be imported", e);
            return refused(PageResponse.UNAVAILABLE, songModelMessages().unkept());
        }
    }

    private static TrainingForm form(MultivaluedMap<String, String> sent) {
        Map<String, String> typed = new HashMap<>();
        sent.forEach((name, values) -> {
            String value = values.isEmpty() ? "" : values.get(0).strip();
            if (!value.isEmpty()) {
                typed.put(name, value);
            }
        });
        return new TrainingForm(typed, "");
    }

    private RestResponse<TemplateInstance> refused(int status, TrainingForm form, String problem) {
        return PageResponse.page(status, page(form.with(problem), ""));
    }

    private RestResponse<TemplateInstance> refused(int status, String problem) {
        return PageResponse.page(status, page(TrainingForm.BLANK, problem));
    }

    private ModelsMessages messages() {
        return language.messages(ModelsMessages.class);
    }

    private SongModelMessages songModelMessages() {
        return language.messages(SongModelMessages.class);
    }

    private TemplateInstance page(TrainingForm form, String songModelProblem) {
        return Templates.models(new ModelsView(
                access.caller().administrator(),
                form,
                snapshots.state().interactions() == 0,
                trainings
                        .running()
                        .map(training -> RunningTraining.of(training, trainings.losses()))
                        .orElse(null),
                versions().stream().map(ModelView::of).toList(),
                news(snapshots.state()),
                SongModelForm.of(songModelProblem),
                trainings.newest(Integer.MAX_VALUE, TRAININGS).stream()
                        .filter(training -> training.status().isFinal())
                        .map(TrainingRow::of)
                        .toList()));
    }

    private static long news(RankingState state) {
        ModelManifest model = state.model();
        return model == null ? 0 : state.interactions() - model.size().interactions();
    }

    private List<ModelVersion> versions() {
        try {
            return models.versions();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page's template. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance models(ModelsView view);
    }
}
