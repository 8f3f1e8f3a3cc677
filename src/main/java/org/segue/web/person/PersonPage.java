package org.segue.web.person;

import io.quarkus.qute.CheckedTemplate;
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
import org.segue.access.Access;
import org.segue.catalog.Catalog;
import org.segue.catalog.User;
import org.segue.feedback.FeedbackService;
import org.segue.imports.ImportRepository;
import org.segue.playlists.Playlist;
import org.segue.playlists.PlaylistDocument;
import org.segue.playlists.PlaylistKind;
import org.segue.playlists.PlaylistService;
import org.segue.web.Language;
import org.segue.web.PageResponse;
import org.segue.web.Words;
import org.segue.web.imports.ImportRow;

/** A person's page. {@link PersonForms} takes what is changed on it. */
@Path("/people")
@Blocking
public class PersonPage {

    private final Catalog catalog;
    private final PersonListening listening;
    private final PlaylistService playlists;
    private final FeedbackService feedback;
    private final ImportRepository imports;
    private final Access access;
    private final Language language;

    PersonPage(
            Catalog catalog,
            PersonListening listening,
            PlaylistService playlists,
            FeedbackService feedback,
            ImportRepository imports,
            Access access,
            Language language) {
        this.catalog = catalog;
        this.listening = listening;
        this.playlists = playlists;
        this.feedback = feedback;
        this.imports = imports;
        this.access = access;
        this.language = language;
    }

    /**
     * What the page shows.
     *
     * @param user who it is
     * @param known what the person has listened to
     * @param listens a part of the listens, newest first
     * @param lists of today and of this week
     * @param verdicts songs first
     * @param imports that brought something of the person's, newest first
     * @param rights what whoever looks at it may do
     * @param merging the form that says who is the same person
     */
    @TemplateData
    public record PersonView(
            User user,
            PersonListening.Known known,
            ListenPart listens,
            List<ListRow> lists,
            List<FeedbackRow> verdicts,
            List<ImportRow> imports,
            Rights rights,
            Merging merging) {}

    /**
     * What somebody may do on the page of a person.
     *
     * @param change take verdicts back, delete listens
     * @param administer say who is the same person, and have the person forgotten
     */
    @TemplateData
    public record Rights(boolean change, boolean administer) {}

    /**
     * Who is said to be the same person.
     *
     * @param typed as it was typed
     * @param problem why that cannot be, empty if nothing is wrong
     */
    @TemplateData
    public record Merging(String typed, String problem) {}

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
                .map(found -> PageResponse.page(PageResponse.OK, page(found, before, new Merging("", ""))))
                .orElseGet(PageResponse::missing);
    }

    /** The page with what is wrong with who is said to be the same person. */
    RestResponse<TemplateInstance> refuse(User user, String typed, String problem) {
        return PageResponse.page(PageResponse.UNPROCESSABLE, page(user, null, new Merging(typed, problem)));
    }

    private TemplateInstance page(User user, @Nullable String before, Merging merging) {
        return Templates.person(view(user, before, merging));
    }

    private PersonView view(User user, @Nullable String before, Merging merging) {
        Instant now = Instant.now();
        Words words = language.words();
        return new PersonView(
                user,
                listening.of(user),
                listening.part(user, before),
                playlists.current(user).stream().map(this::row).toList(),
                feedback.of(user.id()).stream()
                        .map(said -> FeedbackRow.of(said, words))
                        .toList(),
                imports.of(user.id()).stream()
                        .map(job -> ImportRow.of(job, now, words))
                        .toList(),
                new Rights(access.mayChange(user.id()), access.caller().administrator()),
                merging);
    }

    private ListRow row(Playlist list) {
        return new ListRow(heading(list), playlists.document(list));
    }

    private String heading(Playlist list) {
        PlaylistKind kind = list.kind();
        return kind == null ? list.title() : language.words().listKind(kind);
    }

    /** The page's template. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance person(PersonView view);
    }
}
