package org.segue.web.imports;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.backgrounds.DemoService;
import org.segue.imports.ImportJob;
import org.segue.imports.ImportService;
import org.segue.jobs.JobStatus;
import org.segue.listens.ListensChanged;
import org.segue.web.Language;
import org.segue.web.PageResponse;
import org.segue.web.Question;

/** Undoes an import, once somebody is sure, or cancels it. */
@Path("/imports/{id}/undo")
@Blocking
public class UndoPage {

    private final ImportService imports;
    private final DemoService demo;
    private final Language language;

    UndoPage(ImportService imports, DemoService demo, Language language) {
        this.imports = imports;
        this.demo = demo;
        this.language = language;
    }

    /**
     * Undoes or cancels; an import that is undone already leads to the same page.
     *
     * @param sure {@code true} once somebody has said so; without it a completed import is asked about
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> undo(@RestPath int id, @RestForm @Nullable String sure) {
        ImportJob completed = imports.byId(id)
                .filter(job -> job.status() == JobStatus.COMPLETED)
                .orElse(null);
        if (completed != null && !Question.SURE.equals(sure)) {
            return PageResponse.ask(question(completed));
        }
        if (completed != null && isDemo(completed)) {
            demo.remove();
        } else {
            imports.undo(id);
        }
        return PageResponse.seeOther("../../imports");
    }

    private Question question(ImportJob job) {
        ImportsMessages messages = language.messages(ImportsMessages.class);
        String sentence = isDemo(job) ? messages.undoDemoSure() : messages.undoSure(job.id());
        return new Question("../../", messages.undoTitle(job.id()), sentence, messages.undoNow(), "../../imports");
    }

    private static boolean isDemo(ImportJob job) {
        return ListensChanged.DEMO.equals(job.source());
    }
}
