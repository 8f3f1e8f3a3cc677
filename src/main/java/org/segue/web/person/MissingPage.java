package org.segue.web.person;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.segue.catalog.Catalog;
import org.segue.catalog.User;
import org.segue.library.SongPlaces;
import org.segue.playlists.MissingList;
import org.segue.playlists.MissingLists;
import org.segue.playlists.Track;
import org.segue.web.PageResponse;
import org.segue.web.WhereToPlay;

/** What to get for a person's library. */
@Path("/people/{user}/missing")
@Blocking
public class MissingPage {

    private static final int SONGS = 50;

    private final Catalog catalog;
    private final MissingLists lists;
    private final WhereToPlay places;

    MissingPage(Catalog catalog, MissingLists lists, WhereToPlay places) {
        this.catalog = catalog;
        this.lists = lists;
        this.places = places;
    }

    /**
     * The page.
     *
     * @param user public id
     */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> show(@RestPath String user) {
        return catalog.user(user)
                .join()
                .map(found -> PageResponse.page(PageResponse.OK, page(found)))
                .orElseGet(PageResponse::missing);
    }

    private TemplateInstance page(User user) {
        MissingList list = lists.of(user, SONGS);
        return Templates.missingSongs(
                user,
                list,
                places.of(
                        user,
                        list.rows().stream()
                                .map(MissingList.Row::track)
                                .map(Track::song)
                                .toList()));
    }

    /** The page's template. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance missingSongs(User user, MissingList list, SongPlaces.Found places);
    }
}
