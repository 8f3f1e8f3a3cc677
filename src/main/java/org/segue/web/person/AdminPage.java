package org.segue.web.person;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.Catalog;
import org.segue.catalog.HouseRepository;
import org.segue.catalog.User;
import org.segue.feedback.FeedbackService;
import org.segue.playlists.PlaylistService;
import org.segue.web.PageResponse;

/** What only an administrator does with a person: naming, merging, deleting. {@link PersonForms} takes it. */
@Path("/people/{user}/admin")
@Blocking
public class AdminPage {

    private static final Typed BLANK = new Typed("", "");

    /** From the page's own address to the root, and from that of its forms. */
    private static final String ROOT = "../../";

    private static final String ROOT_OF_FORM = "../";

    private final Catalog catalog;
    private final HouseRepository house;
    private final PersonListening listening;
    private final FeedbackService feedback;
    private final PlaylistService playlists;

    AdminPage(
            Catalog catalog,
            HouseRepository house,
            PersonListening listening,
            FeedbackService feedback,
            PlaylistService playlists) {
        this.catalog = catalog;
        this.house = house;
        this.listening = listening;
        this.feedback = feedback;
        this.playlists = playlists;
    }

    /**
     * What the page shows.
     *
     * @param root way to the root of all pages
     * @param user who it is
     * @param named whether the person is of the house: tokens and imports can use the name
     * @param merged whether another was merged into this one a moment ago
     * @param question whether to merge two, null if nobody has asked for it
     * @param forms as they were typed
     */
    @TemplateData
    public record AdminView(
            String root,
            User user,
            boolean named,
            boolean merged,
            @Nullable MergeQuestion question,
            Forms forms) {}

    /**
     * Whether two are one person.
     *
     * @param from who goes
     * @param fromPlays how many plays that one has
     * @param intoPlays how many plays the other has, who stays
     */
    @TemplateData
    public record MergeQuestion(User from, long fromPlays, long intoPlays) {}

    /**
     * The forms.
     *
     * @param merging merges another user into this one
     * @param naming says what the person is called here
     * @param forgetting deletes the person
     */
    @TemplateData
    public record Forms(Typed merging, Typed naming, Typed forgetting) {}

    /**
     * A field of a form.
     *
     * @param typed as it was typed
     * @param problem why that cannot be, empty if nothing is wrong
     */
    @TemplateData
    public record Typed(String typed, String problem) {}

    /**
     * Who was deleted, and what went.
     *
     * @param name of the person
     * @param plays how many
     * @param feedback on how many songs and artists
     * @param playlists how many the person kept
     */
    @TemplateData
    public record Deleted(String name, long plays, int feedback, int playlists) {}

    /**
     * The page.
     *
     * @param user public id
     * @param merge public id of who may be the same person: the page asks whether it is meant
     * @param merged public id of who was merged
     */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> show(
            @RestPath String user, @RestQuery @Nullable String merge, @RestQuery @Nullable String merged) {
        return catalog.user(user)
                .join()
                .map(found -> found.publicId().equals(user)
                        ? PageResponse.page(PageResponse.OK, template(found, merge, merged))
                        : PageResponse.seeOther("../%s/admin".formatted(found.publicId())))
                .orElseGet(PageResponse::missing);
    }

    private TemplateInstance template(User user, @Nullable String merge, @Nullable String merged) {
        boolean isMerged = merged != null && user(merged).filter(user::equals).isPresent();
        MergeQuestion question = merge == null
                ? null
                : user(merge)
                        .filter(other -> other.id() != user.id())
                        .map(other -> new MergeQuestion(other, listening.plays(other), listening.plays(user)))
                        .orElse(null);
        Forms blank = new Forms(BLANK, nameOf(user), BLANK);
        return Templates.personAdmin(new AdminView(ROOT, user, house.isOfHouse(user.id()), isMerged, question, blank));
    }

    private Optional<User> user(String publicId) {
        return catalog.user(publicId).join();
    }

    private static Typed nameOf(User user) {
        return new Typed(user.name(), "");
    }

    /** The page with what is wrong with a merge. */
    RestResponse<TemplateInstance> refuseMerge(User user, String typed, String problem) {
        return refuse(user, new Forms(new Typed(typed, problem), nameOf(user), BLANK));
    }

    /** The page with what is wrong with a name. */
    RestResponse<TemplateInstance> refuseName(User user, String typed, String problem) {
        return refuse(user, new Forms(BLANK, new Typed(typed, problem), BLANK));
    }

    /** The page with why nothing is deleted. */
    RestResponse<TemplateInstance> refuseForget(User user, String typed, String problem) {
        return PageResponse.page(
                PageResponse.UNPROCESSABLE,
                Templates.personAdmin(new AdminView(
                        ROOT,
                        user,
                        house.isOfHouse(user.id()),
                        false,
                        null,
                        new Forms(BLANK, nameOf(user), new Typed(typed, problem)))));
    }

    private RestResponse<TemplateInstance> refuse(User user, Forms forms) {
        return PageResponse.page(
                PageResponse.UNPROCESSABLE,
                Templates.personAdmin(
                        new AdminView(ROOT_OF_FORM, user, house.isOfHouse(user.id()), false, null, forms)));
    }

    /** What is to be said once a person is deleted; to be made before. */
    TemplateInstance deleted(User user) {
        return Templates.personDeleted(new Deleted(
                user.name(),
                listening.plays(user),
                feedback.of(user.id()).size(),
                playlists.keptBy(user).size()));
    }

    /** The page's templates. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance personAdmin(AdminView view);

        static native TemplateInstance personDeleted(Deleted gone);
    }
}
