package org.segue.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.segue.catalog.Catalog;
import org.segue.catalog.User;
import org.segue.people.HistoryService;
import org.segue.playlists.Playlist;
import org.segue.playlists.PlaylistDocument;
import org.segue.playlists.PlaylistKind;
import org.segue.playlists.PlaylistService;

/** A person's page; what else it shows, and what it changes, goes through {@code /api/users/{user}}. */
@Path("/people")
@Blocking
public class PersonPage {

    private final Catalog catalog;
    private final PlaylistService playlists;
    private final HistoryService history;
    private final Words words;

    PersonPage(Catalog catalog, PlaylistService playlists, HistoryService history, Words words) {
        this.catalog = catalog;
        this.playlists = playlists;
        this.history = history;
        this.words = words;
    }

    /**
     * What the page shows.
     *
     * @param user who it is
     * @param lists of today and of this week
     * @param listening over time
     */
    public record PersonView(User user, List<ListRow> lists, ListeningChart listening) {}

    /**
     * A list as the page of its person shows it.
     *
     * @param heading what it is, without whom and when it is for
     * @param list the list
     */
    public record ListRow(String heading, PlaylistDocument list) {}

    /**
     * The page.
     *
     * @param user public id; one that means another user since they were merged shows the other
     */
    @GET
    @Path("{user}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> show(@RestPath String user) {
        return catalog.user(user)
                .join()
                .map(found -> RestResponse.ok(Templates.person(view(found))))
                .orElseGet(() -> RestResponse.status(RestResponse.Status.NOT_FOUND, Templates.missing()));
    }

    private PersonView view(User user) {
        return new PersonView(
                user,
                playlists.current(user).stream().map(this::row).toList(),
                ListeningChart.of(history.byMonth(user.id())));
    }

    private ListRow row(Playlist list) {
        return new ListRow(heading(list), playlists.document(list));
    }

    private String heading(Playlist list) {
        PlaylistKind kind = list.kind();
        if (kind == null) {
            return list.title();
        }
        return switch (kind) {
            case DAILY_JAMS -> words.dailyJams();
            case WEEKLY_JAMS -> words.weeklyJams();
            case WEEKLY_EXPLORATION -> words.weeklyExploration();
        };
    }
}
