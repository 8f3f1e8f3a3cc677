package org.segue.web.playlist;

import io.quarkus.qute.CheckedTemplate;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.segue.access.Access;
import org.segue.library.SongPlaces;
import org.segue.playlists.Playlist;
import org.segue.playlists.PlaylistDocument;
import org.segue.playlists.PlaylistService;
import org.segue.web.PageResponse;
import org.segue.web.WhereToPlay;

/** A stored playlist's page. */
@Path("/playlist")
@Blocking
public class PlaylistPage {

    private final PlaylistService playlists;
    private final WhereToPlay places;
    private final Access access;

    PlaylistPage(PlaylistService playlists, WhereToPlay places, Access access) {
        this.places = places;
        this.playlists = playlists;
        this.access = access;
    }

    /**
     * The page of a list.
     *
     * @param id a UUID
     */
    @GET
    @Path("{id}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> show(@RestPath String id) {
        Optional<Playlist> list = playlists.byId(id);
        list.ifPresent(found -> requireReading(List.of(found.user().publicId())));
        return list.map(found -> PageResponse.page(PageResponse.OK, page(found)))
                .orElseGet(PageResponse::missing);
    }

    private TemplateInstance page(Playlist list) {
        PlaylistDocument document = playlists.document(list);
        return Templates.playlist(document, places.of(list.user(), List.of(document), List.of()));
    }

    private void requireReading(List<String> users) {
        Uni<Void> allowed = access.reading().require(users);
        allowed.await().indefinitely();
    }

    /** The page's template. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance playlist(PlaylistDocument list, SongPlaces.Found places);
    }
}
