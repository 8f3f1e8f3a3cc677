package org.segue.web.map;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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
import org.segue.ranking.OwnedBy;
import org.segue.ranking.map.MapCluster;
import org.segue.ranking.map.SongMap;
import org.segue.ranking.map.SongMaps;
import org.segue.web.CommonMessages;
import org.segue.web.FieldText;
import org.segue.web.Language;
import org.segue.web.NamedListener;
import org.segue.web.PageResponse;

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
     * @param listAddress of the page with the list, relative to the root
     * @param user public id of whose songs to mark, empty if nobody was named
     * @param name of that user, what was asked for if there is no such user
     * @param problem why nobody's songs are marked, empty if nothing is wrong
     * @param groups of songs, the largest first; null if no list was asked for
     */
    @TemplateData
    public record MapView(
            String listAddress,
            String user,
            String name,
            String problem,
            @Nullable List<Group> groups) {}

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
     * @param user public id or name of the user whose songs to mark as heard
     */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> show(@RestQuery @Nullable String list, @RestQuery @Nullable String user) {
        String named = FieldText.typed(user);
        List<User> called = catalog.usersCalled(named).join();
        boolean isOpen = called.size() > 1 && access.mayReadAll();
        Optional<User> found = called.stream()
                .filter(one -> called.size() == 1 && mayRead(one))
                .findFirst();
        String id = isOpen ? "" : found.map(User::publicId).orElse(named);
        String address = "map?list=1" + (id.isEmpty() ? "" : "&user=" + FieldText.encoded(id));
        return PageResponse.page(
                PageResponse.OK,
                Templates.map(new MapView(
                        address,
                        id,
                        found.map(User::name).orElse(named),
                        isOpen ? NamedListener.problem(language.messages(CommonMessages.class), named, called) : "",
                        list == null ? null : groups(heard(id)))));
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
        SongMap map = maps.map(LISTED, OwnedBy.NO_MATTER);
        return map.clusters().stream()
                .map(cluster -> group(cluster, map, heard))
                .toList();
    }

    private static Group group(MapCluster cluster, SongMap map, Optional<UserHistory> heard) {
        return new Group(
                cluster.label(),
                map.items().stream()
                        .filter(placed -> placed.cluster() == cluster.cluster())
                        .limit(OF_A_GROUP)
                        .map(placed -> new Row(
                                placed.song(),
                                heard.filter(history ->
                                                history.contains(placed.song().id()))
                                        .isPresent()))
                        .toList());
    }

    /** The page's template. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance map(MapView view);
    }
}
