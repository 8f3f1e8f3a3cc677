package org.segue.web.models;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.model.ActiveModel;
import org.segue.model.DamagedModelException;
import org.segue.model.ModelInUseException;
import org.segue.model.UnknownModelException;
import org.segue.storage.StorageException;
import org.segue.training.SongModelService;
import org.segue.web.Language;
import org.segue.web.PageResponse;
import org.segue.web.Question;

/** Activates and deletes a model; what may be regretted, once somebody is sure. */
@Path("/models/{version}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ActivationPage {

    private static final Logger LOG = Logger.getLogger(ActivationPage.class);
    private static final String ROOT = "../../";
    private static final String BACK = "../../models";

    private final ActiveModel models;
    private final SongModelService songModels;
    private final Language language;

    ActivationPage(ActiveModel models, SongModelService songModels, Language language) {
        this.models = models;
        this.songModels = songModels;
        this.language = language;
    }

    /**
     * Activates a model; the page says if it is damaged.
     *
     * @param sure {@code true} once somebody has said so; without it a model that something ranks better than is asked about
     */
    @POST
    @Path("activate")
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> activate(@RestPath String version, @RestForm @Nullable String sure) {
        try {
            TestView.Rival rival = Question.SURE.equals(sure) ? null : rival(version);
            if (rival != null) {
                return PageResponse.ask(new Question(
                        ROOT,
                        messages().activateTitle(),
                        messages().activateSure(rival),
                        messages().activate(),
                        BACK));
            }
            models.activate(version);
        } catch (UnknownModelException | DamagedModelException e) {
            LOG.warnf("Not activated: %s", e.getMessage());
        } catch (IOException e) {
            throw new StorageException("Model %s cannot be activated".formatted(version), e);
        }
        return PageResponse.seeOther(BACK);
    }

    private TestView.@Nullable Rival rival(String version) throws IOException {
        return models.versions().stream()
                .filter(model -> model.version().equals(version))
                .map(model -> ModelView.of(model).test())
                .findFirst()
                .map(TestView::rival)
                .orElse(null);
    }

    /**
     * Deletes a model, and the songs that it alone brought; one that answers beside others stays.
     *
     * @param sure {@code true} once somebody has said so
     */
    @POST
    @Path("delete")
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> delete(@RestPath String version, @RestForm @Nullable String sure) {
        if (!Question.SURE.equals(sure)) {
            return PageResponse.ask(new Question(
                    ROOT,
                    messages().deleteTitle(),
                    messages().deleteSure(),
                    messages().delete(),
                    BACK));
        }
        try {
            songModels.delete(version);
        } catch (UnknownModelException | ModelInUseException e) {
            LOG.warnf("Not deleted: %s", e.getMessage());
        } catch (IOException e) {
            throw new StorageException("Model %s cannot be deleted".formatted(version), e);
        }
        return PageResponse.seeOther(BACK);
    }

    private ModelsMessages messages() {
        return language.messages(ModelsMessages.class);
    }
}
