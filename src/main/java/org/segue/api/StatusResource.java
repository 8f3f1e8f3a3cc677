package org.segue.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.backgrounds.DemoService;
import org.segue.backgrounds.DemoService.Demo;
import org.segue.catalog.UserRepository;
import org.segue.imports.ImportJob;
import org.segue.imports.ImportService;
import org.segue.model.ModelManifest;
import org.segue.ranking.RankingState;
import org.segue.ranking.Snapshots;
import org.segue.storage.Database;
import org.segue.storage.Writes;
import org.segue.training.Training;
import org.segue.training.TrainingService;

/** How Segue stands. */
@Path("/api/status")
@Tag(name = "Status", description = "How Segue stands")
@Blocking
public class StatusResource {

    private final UserRepository users;
    private final Snapshots snapshots;
    private final ImportService imports;
    private final TrainingService trainings;
    private final Database database;
    private final DemoService demo;
    private final LibraryStatuses libraries;
    private final Access access;

    StatusResource(
            UserRepository users,
            Snapshots snapshots,
            ImportService imports,
            TrainingService trainings,
            Database database,
            DemoService demo,
            LibraryStatuses libraries,
            Access access) {
        this.users = users;
        this.snapshots = snapshots;
        this.imports = imports;
        this.trainings = trainings;
        this.database = database;
        this.demo = demo;
        this.libraries = libraries;
        this.access = access;
    }

    /**
     * How Segue stands.
     *
     * @param users number of users of the household
     * @param population number of users whom public dumps brought: trained on, never listed
     * @param songs number of songs that somebody has
     * @param interactions number of user–song cells
     * @param model the model that answers, null while there is none
     * @param work what it works on
     * @param demo the demo while it is there: made-up listeners and songs; null without it
     * @param writes whether the disk takes what is written: refused while it is full or read-only, and reading goes on
     */
    public record Status(
            int users,
            int population,
            long songs,
            long interactions,
            @Nullable ModelStatus model,
            @JsonUnwrapped Work work,
            @Nullable Demo demo,
            Writes writes) {}

    /**
     * What Segue works on.
     *
     * @param imports imports that wait or run
     * @param training the training that runs, null if none does
     * @param libraries how libraries stand, for the administrator; left out of answers to others, and where there is none
     */
    public record Work(
            List<ImportJob> imports,
            @Nullable Training training,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LibraryStatus> libraries) {}

    /**
     * The model that answers.
     *
     * @param version as answers name it
     * @param createdAt when its training ended
     * @param ageSeconds how long ago that was
     * @param interactions number of user–song cells that it was trained on
     * @param interactionsSince how many more there are now; negative when some were taken back
     * @param warning what ranks better on songs held out, in a sentence; left out if nothing is known to
     */
    public record ModelStatus(
            @Nullable String version,
            Instant createdAt,
            long ageSeconds,
            long interactions,
            long interactionsSince,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String warning) {
        private static ModelStatus of(ModelManifest manifest, long interactions) {
            return new ModelStatus(
                    manifest.version(),
                    manifest.provenance().createdAt(),
                    // A clock may have been set back.
                    Math.max(
                            0,
                            Duration.between(manifest.provenance().createdAt(), Instant.now())
                                    .toSeconds()),
                    manifest.size().interactions(),
                    interactions - manifest.size().interactions(),
                    Objects.toString(manifest.warning(), ""));
        }
    }

    /** How Segue stands now. */
    @GET
    @Operation(summary = "How Segue stands: its data, its model, what it works on")
    @APIResponse(responseCode = "200", description = "Data, model, jobs and, for the administrator, libraries")
    public Status status() {
        RankingState state = snapshots.state();
        return new Status(
                users.count(""),
                users.countBackground(),
                state.songs(),
                state.interactions(),
                Optional.ofNullable(state.model())
                        .map(model -> ModelStatus.of(model, state.interactions()))
                        .orElse(null),
                new Work(imports.underWay(), trainings.running().orElse(null), librariesToTell()),
                demo.find().orElse(null),
                database.state().writes());
    }

    // What a household owns, and where, is the administrator's to know.
    private List<LibraryStatus> librariesToTell() {
        return access.caller().administrator() ? libraries.all() : List.of();
    }
}
