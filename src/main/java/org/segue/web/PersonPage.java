package org.segue.web;

import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Catalog;
import org.segue.catalog.User;
import org.segue.feedback.FeedbackService;
import org.segue.imports.ImportRepository;
import org.segue.people.HistoryService;
import org.segue.playlists.Playlist;
import org.segue.playlists.PlaylistDocument;
import org.segue.playlists.PlaylistKind;
import org.segue.playlists.PlaylistService;

/** A person's page. What is changed on it goes through {@code /api/users/{user}}. */
@Path("/people")
@Blocking
public class PersonPage {

    private final Catalog catalog;
    private final PersonListening listening;
    private final PlaylistService playlists;
    private final HistoryService history;
    private final FeedbackService feedback;
    private final ImportRepository imports;
    private final Words words;

    PersonPage(
            Catalog catalog,
            PersonListening listening,
            PlaylistService playlists,
            HistoryService history,
            FeedbackService feedback,
            ImportRepository imports,
            Words words) {
        this.catalog = catalog;
        this.listening = listening;
        this.playlists = playlists;
        this.history = history;
        this.feedback = feedback;
        this.imports = imports;
        this.words = words;
    }

    /**
     * What the page shows.
     *
     * @param user who it is
     * @param known what the person has listened to
     * @param listens a part of the listens, newest first
     * @param lists of today and of this week
     * @param listening over time
     * @param verdicts songs first
     * @param imports that brought something of the person's, newest first
     */
    @TemplateData
    public record PersonView(
            User user,
            PersonListening.Known known,
            ListenPart listens,
            List<ListRow> lists,
            ListeningChart listening,
            List<VerdictRow> verdicts,
            List<ImportRow> imports) {}

    /**
     * A list as the page of its person shows it.
     *
     * @param heading what it is, without whom and when it is for
     * @param list the list
     */
    @TemplateData
    public record ListRow(String heading, PlaylistDocument list) {}

    /** Everybody is on the page where people are found. */
    @GET
    @Operation(hidden = true)
    public RestResponse<Void> all() {
        return RestResponse.ResponseBuilder.<Void>create(RestResponse.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "search")
                .build();
    }

    /**
     * The page.
     *
     * @param user public id; one that means another user since they were merged shows the other
     * @param before where the part of the listens before ended; newest ones if it is missing or nonsense
     */
    @GET
    @Path("{user}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> show(@RestPath String user, @RestQuery @Nullable String before) {
        return catalog.user(user)
                .join()
                .map(found -> RestResponse.ok(Templates.person(view(found, before))))
                .orElseGet(() -> RestResponse.status(RestResponse.Status.NOT_FOUND, Templates.missing()));
    }

    private PersonView view(User user, @Nullable String before) {
        Instant now = Instant.now();
        return new PersonView(
                user,
                listening.of(user),
                listening.part(user, before),
                playlists.current(user).stream().map(this::row).toList(),
                ListeningChart.of(history.byMonth(user.id())),
                feedback.of(user.id()).stream()
                        .map(said -> VerdictRow.of(said, words))
                        .toList(),
                imports.of(user.id()).stream()
                        .map(job -> ImportRow.of(job, now, words))
                        .toList());
    }

    private ListRow row(Playlist list) {
        return new ListRow(heading(list), playlists.document(list));
    }

    private String heading(Playlist list) {
        PlaylistKind kind = list.kind();
        return kind == null ? list.title() : words.listKind(kind);
    }
}
