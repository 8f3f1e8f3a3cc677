package org.segue.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.segue.access.OwnAddress;
import org.segue.catalog.Catalog;
import org.segue.catalog.User;
import org.segue.catalog.UserAlias;
import org.segue.catalog.UserRepository;
import org.segue.interactions.Favorites;
import org.segue.interactions.Favorites.PlayedArtist;
import org.segue.interactions.Histories;
import org.segue.interactions.UserHistory;
import org.segue.listens.ListenSummary;
import org.segue.listens.Measure;
import org.segue.people.ExportService;
import org.segue.people.ExportService.Attachment;
import org.segue.people.HistoryService;
import org.segue.people.PeopleService;
import org.segue.playlists.PlaylistFormat;
import org.segue.playlists.PlaylistService;

/** What is known of a user, who else the user is, and the end of it. */
@Path("/api/users/{user}")
@Tag(name = "Users", description = "What is known of users, who is one person, and forgetting")
@Blocking
public class UsersResource {

    private static final int TOP_ARTISTS = 10;

    private final Catalog catalog;
    private final UserRepository users;
    private final Histories histories;
    private final Favorites favorites;
    private final HistoryService history;
    private final PeopleService people;
    private final ExportService exports;
    private final PlaylistService playlists;

    UsersResource(
            Catalog catalog,
            UserRepository users,
            Histories histories,
            Favorites favorites,
            HistoryService history,
            PeopleService people,
            ExportService exports,
            PlaylistService playlists) {
        this.catalog = catalog;
        this.users = users;
        this.histories = histories;
        this.favorites = favorites;
        this.history = history;
        this.people = people;
        this.exports = exports;
        this.playlists = playlists;
    }

    /**
     * What is known of a user.
     *
     * @param id public id
     * @param name for people to read
     * @param population whether a public dump brought the user, and nothing else did
     * @param listening how much the user has listened
     * @param topArtists whom the user has played most, most first, at most ten
     * @param aliases what sources call the user
     * @param formerIds public ids that mean this user since users were merged
     */
    @Schema(
            examples = "{\"id\":\"anna\",\"name\":\"anna\",\"population\":false,\"listens\":2,\"plays\":14,\"songs\":2,"
                    + "\"firstListen\":\"2024-03-01T18:00:00Z\",\"lastListen\":\"2026-11-23T07:12:30Z\","
                    + "\"topArtists\":[{\"id\":\"sigur-ros\",\"name\":\"Sigur Rós\",\"plays\":13}],"
                    + "\"aliases\":[{\"source\":\"spotify\",\"id\":\"anna\"}],\"formerIds\":[\"annalein\"]}")
    public record UserDetails(
            String id,
            String name,
            boolean population,
            @JsonUnwrapped Listening listening,
            List<TopArtist> topArtists,
            List<UserAlias> aliases,
            List<String> formerIds) {}

    /**
     * How much a user has listened.
     *
     * @param listens number of plays whose times are known
     * @param plays those and the plays that came counted
     * @param songs number of songs heard
     * @param firstListen start of the first listen, null if there is none
     * @param lastListen start of the last listen, null if there is none
     */
    public record Listening(
            int listens,
            long plays,
            int songs,
            @Nullable Instant firstListen,
            @Nullable Instant lastListen) {}

    /**
     * An artist whom a user plays.
     *
     * @param id public id
     * @param name as it was first seen
     * @param plays of all the artist's songs
     */
    public record TopArtist(String id, String name, long plays) {
        private static TopArtist of(PlayedArtist played) {
            return new TopArtist(played.id(), played.name(), played.plays());
        }
    }

    /** What is known of a user. */
    @GET
    @Operation(
            summary = "Show a user",
            description = "Ids of users who were merged into another one show the other one.")
    @APIResponse(responseCode = "200", description = "What is known of the user")
    @APIResponse(responseCode = "404", description = "There is no such user")
    public UserDetails user(@Parameter(example = "amara-olander") @RestPath String user) {
        return details(find(user));
    }

    /** Everything about a user. */
    @GET
    @Path("export")
    @Produces("application/zip")
    @Operation(
            summary = "Export a user",
            description =
                    "A zip in the shape of ListenBrainz's export (`user.json`, `listens/2024/3.jsonl`, `feedback.jsonl`);"
                            + " beside it `counts.csv` and `ratings.csv`, tables that can be imported by themselves too,"
                            + " `segue.jsonl`, a line for each skip, feedback and recommended song, and `playlists/`, the lists that the user keeps, as"
                            + " JSPF.")
    @APIResponse(responseCode = "200", description = "The zip, streamed")
    @APIResponse(responseCode = "404", description = "There is no such user")
    public Response export(
            @Parameter(example = "amara-olander") @RestPath String user, @Context HttpServerRequest request) {
        User found = find(user);
        List<Attachment> lists = lists(found, OwnAddress.of(request));
        StreamingOutput zip = out -> exports.write(found, lists, out);
        String name = "listenbrainz_%s_%d.zip"
                .formatted(
                        found.publicId().replaceAll("[^A-Za-z0-9._-]", "_"),
                        Instant.now().getEpochSecond());
        return Response.ok(zip)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    private List<Attachment> lists(User user, String base) {
        return playlists.keptBy(user).stream()
                .map(list -> new Attachment(
                        "playlists/%s.jspf".formatted(list.id()),
                        () -> PlaylistFormat.JSPF.write(playlists.whole(list), base)))
                .toList();
    }

    /** Forgets a user. */
    @DELETE
    @Operation(
            summary = "Forget a user",
            description =
                    "Listens, play counts, feedback, names and the embedding, in stored models too. A training or import"
                            + " that runs drops the user; backups are not touched. Importing a file again brings its users"
                            + " again, as new ones.")
    @APIResponse(responseCode = "204", description = "There is no such user any more")
    @APIResponse(responseCode = "404", description = "There is no such user")
    public void forget(@Parameter(example = "anna") @RestPath String user) {
        people.forget(find(user).id());
    }

    private UserDetails details(User user) {
        UserHistory heard = histories.of(user.id(), Measure.PLAYS).join();
        return new UserDetails(
                user.publicId(),
                user.name(),
                users.isBackground(user.id()),
                listening(user, heard),
                favorites.artists(heard, TOP_ARTISTS).stream()
                        .map(TopArtist::of)
                        .toList(),
                users.aliases(user.id()),
                users.formerIds(user.id()));
    }

    private Listening listening(User user, UserHistory heard) {
        ListenSummary listens = history.summary(user.id());
        double plays = 0;
        for (float value : heard.values()) {
            plays += value;
        }
        return new Listening(
                listens.listens(),
                Math.round(plays),
                heard.size(),
                time(listens, listens.first()),
                time(listens, listens.last()));
    }

    private static @Nullable Instant time(ListenSummary listens, long seconds) {
        return listens.listens() == 0 ? null : Instant.ofEpochSecond(seconds);
    }

    private User find(String user) {
        return catalog.user(user).join().orElseThrow(() -> Problems.noUser(user));
    }
}
