package org.segue.web.playlist;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.catalog.Catalog;
import org.segue.catalog.RealListenerRepository;
import org.segue.catalog.User;
import org.segue.listens.ListensChanged;
import org.segue.playlists.Playlist;
import org.segue.playlists.PlaylistService;
import org.segue.web.CommonMessages;
import org.segue.web.FieldText;
import org.segue.web.Language;
import org.segue.web.NamedListener;
import org.segue.web.PageResponse;

/** The page of a listener's playlists: those of today and this week, and those that were saved. */
@Path("/playlists")
@Blocking
public class PlaylistsPage {

    private static final int OFFERED = 12;

    private final PlaylistService playlists;
    private final PlaylistTitles titles;
    private final Catalog catalog;
    private final RealListenerRepository listeners;
    private final Access access;
    private final Language language;

    PlaylistsPage(
            PlaylistService playlists,
            PlaylistTitles titles,
            Catalog catalog,
            RealListenerRepository listeners,
            Access access,
            Language language) {
        this.playlists = playlists;
        this.titles = titles;
        this.catalog = catalog;
        this.listeners = listeners;
        this.access = access;
        this.language = language;
    }

    /**
     * What the page shows.
     *
     * @param user whose playlists, null if nobody is chosen
     * @param typed name that was typed
     * @param problem what is wrong with it, empty if nothing is
     * @param now those of today and this week
     * @param kept those that were saved
     * @param others listeners who can be chosen
     */
    @TemplateData
    public record PlaylistsView(
            @Nullable User user, String typed, String problem, List<Row> now, List<Row> kept, List<User> others) {}

    /**
     * A playlist in a list of them.
     *
     * @param id a UUID
     * @param title in the reader's language
     * @param songs how many it has
     */
    @TemplateData
    public record Row(String id, String title, int songs) {}

    /**
     * The page.
     *
     * @param user public id or name; without it, of the listener who is signed in
     */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> show(@RestQuery @Nullable String user) {
        String typed = FieldText.typed(user);
        String wanted = typed.isEmpty() ? access.caller().user() : typed;
        if (wanted.isEmpty()) {
            return answer(PageResponse.OK, null, typed, "");
        }
        List<User> called = catalog.usersCalled(wanted).join();
        if (called.size() != 1) {
            String problem = NamedListener.problem(language.messages(CommonMessages.class), wanted, called);
            return answer(PageResponse.UNPROCESSABLE, null, typed, problem);
        }
        access.reading().require(List.of(called.get(0).publicId())).await().indefinitely();
        return answer(PageResponse.OK, called.get(0), typed, "");
    }

    private RestResponse<TemplateInstance> answer(int status, @Nullable User user, String typed, String problem) {
        PlaylistsView view = new PlaylistsView(
                user,
                typed,
                problem,
                user == null ? List.of() : rows(playlists.current(user)),
                user == null ? List.of() : rows(playlists.keptBy(user)),
                access.caller().userId() != 0 ? List.of() : listeners.besides(ListensChanged.DEMO, OFFERED));
        return PageResponse.page(status, Templates.playlists(view));
    }

    private List<Row> rows(List<Playlist> lists) {
        return lists.stream()
                .map(list -> new Row(list.id(), titles.of(list), list.songIds().size()))
                .toList();
    }

    /** The page's template. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance playlists(PlaylistsView view);
    }
}
