package org.segue.web.map;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.catalog.Catalog;
import org.segue.catalog.Song;
import org.segue.catalog.User;
import org.segue.interactions.Histories;
import org.segue.interactions.UserHistory;
import org.segue.listens.Measure;
import org.segue.ranking.Owned;
import org.segue.ranking.map.MapCluster;
import org.segue.ranking.map.MapQuestion;
import org.segue.ranking.map.SongMap;
import org.segue.ranking.map.SongMaps;
import org.segue.web.CommonMessages;
import org.segue.web.FieldText;
import org.segue.web.Language;
import org.segue.web.NamedListener;
import org.segue.web.PageResponse;
import org.segue.web.VisitorLibrary;

/** The page of the map; what is on it comes from {@code /api/map}, or, for browsers without script, as a list. */
@Path("/map")
@Blocking
public class MapPage {

    private static final int LISTED = 1000;
    private static final int OF_A_GROUP = 30;

    private final SongMaps maps;
    private final Catalog catalog;
    private final Histories histories;
    private final Access access;
    private final Language language;

    MapPage(SongMaps maps, Catalog catalog, Histories histories, Access access, Language language) {
        this.maps = maps;
        this.catalog = catalog;
        this.histories = histories;
        this.access = access;
        this.language = language;
    }

    /**
     * What the page shows.
     *
     * @param empty whether there is no map yet
     * @param listAddress of the page with the list, relative to the root
     * @param user public id of whose songs to mark, empty if nobody was named
     * @param name of that user, what was asked for if there is no such user
     * @param problem why nobody's songs are marked, empty if nothing is wrong
     * @param question what else is asked of the map
     * @param groups of songs, the largest first; none if no list was asked for
     */
    @TemplateData
    public record MapView(
            boolean empty,
            String listAddress,
            String user,
            String name,
            String problem,
            Question question,
            List<Group> groups) {}

    /**
     * What is asked of the map, beside whose songs.
     *
     * @param own whether the reader is a listener, whose songs are shown if nobody is named
     * @param owned which songs by who owns them: only, prefer, any or missing
     * @param from public id of the song where a path starts, empty for none
     * @param to public id of the song where it ends
     */
    @TemplateData
    public record Question(boolean own, String owned, String from, String to) {}

    /**
     * Songs that are alike.
     *
     * @param label artists, or a song
     * @param songs most listeners first
     */
    @TemplateData
    public record Group(String label, List<Row> songs) {}

    /**
     * A song of the list.
     *
     * @param song the song
     * @param heard whether the person who was named has it
     */
    @TemplateData
    public record Row(Song song, boolean heard) {}

    /**
     * The page.
     *
     * @param list whether the list is wanted in the page itself
     * @param user public id or name of the user whose songs to show; the reader's own if the address asks for nothing at all
     * @param owned only, prefer, any or missing
     * @param from public id of the song where a path starts
     * @param to public id of the song where it ends
     */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> show(
            @RestQuery @Nullable String list,
            @RestQuery @Nullable String user,
            @RestQuery @Nullable String owned,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @Context HttpServerRequest request) {
        String own = access.caller().user();
        Question question = new Question(
                !own.isEmpty(),
                VisitorLibrary.word(VisitorLibrary.choice(owned).orElse(Owned.ANY)),
                FieldText.typed(from),
                FieldText.typed(to));
        MapView view = view(list != null, FieldText.typed(request.query() == null ? own : user), question);
        return PageResponse.page(PageResponse.OK, Templates.map(view));
    }

    private MapView view(boolean isList, String named, Question question) {
        List<User> called =
                named.isEmpty() ? List.of() : catalog.usersCalled(named).join();
        Optional<User> found = called.stream()
                .filter(one -> called.size() == 1 && mayRead(one))
                .findFirst();
        boolean isWrong = found.isEmpty() && !named.isEmpty() && access.mayReadAll();
        String id = isWrong ? "" : found.map(User::publicId).orElse(named);
        // Who may not read them is refused, whether there is a map or not.
        Optional<UserHistory> heard = isList ? heard(id) : Optional.empty();
        boolean isEmpty = maps.isEmpty();
        return new MapView(
                isEmpty,
                "map?list=1" + (id.isEmpty() ? "" : "&user=" + FieldText.encoded(id)),
                id,
                found.map(User::name).orElse(named),
                isWrong ? NamedListener.problem(language.messages(CommonMessages.class), named, called) : "",
                question,
                isList && !isEmpty ? groups(heard) : List.of());
    }

    private boolean mayRead(User user) {
        return access.mayReadAll() || access.caller().is(user.id());
    }

    private Optional<UserHistory> heard(String user) {
        if (user.isEmpty()) {
            return Optional.empty();
        }
        Uni<Void> allowed = access.reading().require(List.of(user));
        allowed.await().indefinitely();
        return catalog.user(user)
                .join()
                .map(found -> histories.of(found.id(), Measure.PLAYS).join());
    }

    private List<Group> groups(Optional<UserHistory> heard) {
        SongMap map = maps.map(MapQuestion.of(LISTED, heard.orElse(null))).map();
        return map.clusters().stream().map(cluster -> group(cluster, map)).toList();
    }

    private static Group group(MapCluster cluster, SongMap map) {
        return new Group(
                cluster.label(),
                map.items().stream()
                        .filter(placed -> placed.cluster() == cluster.cluster())
                        .map(placed -> new Row(placed.song(), Boolean.TRUE.equals(placed.heard())))
                        .sorted(Comparator.comparing(row -> !row.heard()))
                        .limit(OF_A_GROUP)
                        .toList());
    }

    /** The page's template. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance map(MapView view);
    }
}
