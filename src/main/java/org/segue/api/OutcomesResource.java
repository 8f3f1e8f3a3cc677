package org.segue.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Catalog;
import org.segue.people.outcomes.Outcome;
import org.segue.people.outcomes.OutcomeService;
import org.segue.people.outcomes.Outcomes;

/** What recommendations to a user became. */
@Path("/api/users/{user}/outcomes")
@Tag(name = "Users")
@Blocking
public class OutcomesResource {

    private final Catalog catalog;
    private final OutcomeService outcomes;

    OutcomesResource(Catalog catalog, OutcomeService outcomes) {
        this.catalog = catalog;
        this.outcomes = outcomes;
    }

    /**
     * What recommendations to a user became.
     *
     * @param user public id
     * @param days a play so many days after a song was shown counts
     * @param shown of the songs that the user was shown
     * @param next of the 50 songs that the same rankings had next, and that the user was not shown
     */
    @Schema(
            examples =
                    "{\"user\":\"anna\",\"days\":30,\"shown\":{\"songs\":120,\"played\":31,\"percent\":26,\"waiting\":40,"
                            + "\"waitingPlayed\":8},\"next\":{\"songs\":150,\"played\":13,\"percent\":9,\"waiting\":50,"
                            + "\"waitingPlayed\":2}}")
    public record UserOutcomes(String user, int days, SongOutcome shown, SongOutcome next) {}

    /**
     * What became of some songs.
     *
     * @param songs those that were shown so many days ago, or longer
     * @param played how many of these the user played within the days
     * @param percent played of a hundred; null for fewer than 20 songs, which say too little
     * @param waiting songs that were shown later, whose days are not over
     * @param waitingPlayed how many of these the user has played so far
     */
    public record SongOutcome(
            int songs, int played, @Nullable Integer percent, int waiting, int waitingPlayed) {
        private static SongOutcome of(Outcome outcome) {
            return new SongOutcome(
                    outcome.songs(),
                    outcome.played(),
                    outcome.percent().isPresent() ? outcome.percent().getAsInt() : null,
                    outcome.waiting(),
                    outcome.waitingPlayed());
        }
    }

    /** What recommendations to a user became. */
    @GET
    @Operation(
            summary = "Show what recommendations to a user became",
            description =
                    "Counts songs that the user was shown for the first time in the last 400 days: on a generated playlist,"
                            + " or on a page that the user opened while signed in. Compares how many of them the user"
                            + " played within 30 days with the songs that ranked next and were not shown.")
    @APIResponse(responseCode = "200", description = "Counts of shown songs and of the next ranks")
    @APIResponse(responseCode = "404", description = "User not found")
    public UserOutcomes outcomes(
            @Parameter(description = "Public ID of the user", example = "amara-olander") @RestPath String user) {
        return catalog.user(user)
                .join()
                .map(found -> {
                    Outcomes became = outcomes.of(found.id());
                    return new UserOutcomes(
                            found.publicId(),
                            Outcomes.DAYS,
                            SongOutcome.of(became.shown()),
                            SongOutcome.of(became.next()));
                })
                .orElseThrow(() -> Problems.noUser(user));
    }
}
