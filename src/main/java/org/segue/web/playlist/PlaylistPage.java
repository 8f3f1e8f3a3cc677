package org.segue.web.playlist;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.catalog.User;
import org.segue.feedback.FeedbackService;
import org.segue.feedback.StoredFeedback;
import org.segue.feedback.Subject;
import org.segue.library.SongPlaces;
import org.segue.playlists.Playlist;
import org.segue.playlists.PlaylistDocument;
import org.segue.playlists.PlaylistService;
import org.segue.playlists.TooManyPlaylistsException;
import org.segue.web.Audience;
import org.segue.web.FieldText;
import org.segue.web.Language;
import org.segue.web.PageResponse;
import org.segue.web.Question;
import org.segue.web.WhereToPlay;

/** A stored playlist's page: its songs, and the forms that save and delete it. */
@Path("/playlist/{id}")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class PlaylistPage {

    private final PlaylistService playlists;
    private final PlaylistTitles titles;
    private final FeedbackService feedback;
    private final WhereToPlay places;
    private final Access access;
    private final Language language;

    PlaylistPage(
            PlaylistService playlists,
            PlaylistTitles titles,
            FeedbackService feedback,
            WhereToPlay places,
            Access access,
            Language language) {
        this.feedback = feedback;
        this.playlists = playlists;
        this.titles = titles;
        this.places = places;
        this.access = access;
        this.language = language;
    }

    /**
     * The page of a list.
     *
     * @param id a UUID
     */
    @GET
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> show(@RestPath String id) {
        Optional<Playlist> list = playlists.byId(id);
        list.ifPresent(found -> requireReading(List.of(found.user().publicId())));
        return list.map(found -> PageResponse.page(PageResponse.OK, page(found, "")))
                .orElseGet(PageResponse::missing);
    }

    /** Saves a list that Segue created under the title that it has, and leads to what was saved. */
    @POST
    @Path("save")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> save(@RestPath String id) {
        Optional<Playlist> list = ownList(id);
        if (list.isEmpty()) {
            return PageResponse.missing();
        }
        Playlist found = list.get();
        try {
            return playlists
                    .keep(found.user(), titles.of(found), found.songIds())
                    .map(kept -> PageResponse.seeOther("../" + kept.id()))
                    .orElseGet(PageResponse::missing);
        } catch (TooManyPlaylistsException e) {
            return PageResponse.page(
                    PageResponse.CONFLICT, page(found, messages().tooMany()));
        }
    }

    /**
     * Deletes a list that somebody saved, and leads to the others.
     *
     * @param sure {@code true} once somebody has said so
     */
    @POST
    @Path("delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> delete(@RestPath String id, @RestForm @Nullable String sure) {
        Optional<Playlist> list = ownList(id).filter(found -> found.kind() == null);
        if (list.isEmpty()) {
            return PageResponse.missing();
        }
        if (!Question.SURE.equals(sure)) {
            String title = titles.of(list.get());
            return PageResponse.ask(new Question(
                    "../../",
                    messages().deleteTitle(),
                    messages().deleteSure(title),
                    messages().delete(),
                    "../" + id));
        }
        playlists.delete(id);
        return PageResponse.seeOther(
                "../../playlists?user=" + FieldText.encoded(list.get().user().publicId()));
    }

    private Optional<Playlist> ownList(String id) {
        Optional<Playlist> list = playlists.byId(id);
        list.ifPresent(found -> access.requireChanging(found.user().id()));
        return list;
    }

    private TemplateInstance page(Playlist list, String problem) {
        PlaylistDocument document = playlists.document(list);
        PlaylistView view = new PlaylistView(
                document,
                titles.of(list),
                list.user(),
                list.kind(),
                access.mayChange(list.user().id()),
                audience(list),
                verdicts(list.user()));
        // After a form that has failed the address is one level deeper.
        String root = problem.isEmpty() ? "../" : "../../";
        return Templates.playlist(view, places.of(list.user(), List.of(document), List.of()), root, problem);
    }

    private Audience audience(Playlist list) {
        String user = list.user().publicId();
        return Audience.of(List.of(user), Map.of(user, list.user()), access.caller(), "playlist/" + list.id());
    }

    private Map<String, String> verdicts(User user) {
        return feedback.of(user.id()).stream()
                .filter(stored -> stored.feedback().subject() == Subject.SONG)
                .collect(Collectors.toMap(
                        StoredFeedback::publicId,
                        stored -> stored.feedback().verdict().word(),
                        (one, other) -> one));
    }

    private void requireReading(List<String> users) {
        Uni<Void> allowed = access.reading().require(users);
        allowed.await().indefinitely();
    }

    private PlaylistPageMessages messages() {
        return language.messages(PlaylistPageMessages.class);
    }

    /** The page's template. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance playlist(
                PlaylistView view, SongPlaces.Found places, String root, String problem);
    }
}
