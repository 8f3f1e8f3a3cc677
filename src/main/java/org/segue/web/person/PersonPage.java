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
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.access.Caller;
import org.segue.catalog.Catalog;
import org.segue.catalog.HouseRepository;
import org.segue.catalog.Song;
import org.segue.catalog.User;
import org.segue.feedback.FeedbackService;
import org.segue.imports.ImportJob;
import org.segue.imports.ImportRepository;
import org.segue.library.SongPlaces;
import org.segue.listens.PlayingNow;
import org.segue.listens.PlayingNow.Playing;
import org.segue.people.listening.Period;
import org.segue.playlists.Playlist;
import org.segue.playlists.PlaylistDocument;
import org.segue.playlists.PlaylistKind;
import org.segue.playlists.PlaylistService;
import org.segue.web.PageResponse;
import org.segue.web.WhereToPlay;

/** A person's page. {@link PersonForms} takes what is changed on it. */
@Path("/people")
@Blocking
public class PersonPage {

    private final Catalog catalog;
    private final HouseRepository house;
    private final PlayingNow playing;
    private final PersonListening listening;
    private final PlaylistService playlists;
    private final FeedbackService feedback;
    private final ImportRepository imports;
    private final WhereToPlay places;
    private final Access access;

    PersonPage(
            Catalog catalog,
            HouseRepository house,
            PlayingNow playing,
            PersonListening listening,
            PlaylistService playlists,
            FeedbackService feedback,
            ImportRepository imports,
            WhereToPlay places,
            Access access) {
        this.places = places;
        this.catalog = catalog;
        this.house = house;
        this.playing = playing;
        this.listening = listening;
        this.playlists = playlists;
        this.feedback = feedback;
        this.imports = imports;
        this.access = access;
    }

    /**
     * What the page shows.
     *
     * @param user who it is
     * @param known what the person has listened to
     * @param listens a page of the listens, newest first
     * @param lists of today and of this week
     * @param feedback songs first
     * @param imports that added something of the person's, newest first
     * @param rights what the caller may do
     * @param moment what is now
     */
    @TemplateData
    public record PersonView(
            User user,
            PersonListening.Known known,
            ListenPart listens,
            List<ListRow> lists,
            List<FeedbackRow> feedback,
            List<PersonImport> imports,
            Rights rights,
            Moment moment) {

        /** Whether favorites are those of a period, and not of all plays, those without a time too. */
        public boolean isInPeriod() {
            return known.dashboard() != null && known.dashboard().span().period() != Period.ALL;
        }
    }

    /**
     * What is now.
     *
     * @param playing what the person listens to, null if no player says so
     * @param undo what was deleted a moment ago
     */
    @TemplateData
    public record Moment(@Nullable NowPlaying playing, Undoable undo) {}

    /**
     * A song that a player says the person listens to.
     *
     * @param client name of the player, empty if it does not say
     */
    @TemplateData
    public record NowPlaying(String title, String artist, String client) {
        private static NowPlaying of(Playing playing) {
            return new NowPlaying(
                    Objects.requireNonNullElse(playing.heard().recording().title(), ""),
                    Objects.requireNonNullElse(playing.heard().recording().artist(), ""),
                    playing.heard().client());
        }
    }

    /**
     * What the caller may do.
     *
     * @param change what is the person's own
     * @param administer who the person is
     * @param bring plays of the person: the name means somebody here
     * @param own whether it is the caller's own page
     * @param signedIn whether it is known who the caller is
     */
    @TemplateData
    public record Rights(boolean change, boolean administer, boolean bring, boolean own, boolean signedIn) {}

    /**
     * What was deleted a moment ago, to have it back.
     *
     * @param at when the play began, empty of feedback
     * @param song public id
     * @param artist public id
     * @param verdict that was deleted, empty of a play
     * @param until when a ban was to end, epoch seconds; empty if never
     */
    @TemplateData
    public record Undoable(String at, String song, String artist, String verdict, String until) {
        static Undoable of(UriInfo uri) {
            return new Undoable(
                    first(uri, "at"),
                    first(uri, "song"),
                    first(uri, "artist"),
                    first(uri, "verdict"),
                    first(uri, "until"));
        }

        private static String first(UriInfo uri, String name) {
            return Objects.requireNonNullElse(uri.getQueryParameters().getFirst(name), "");
        }

        /** Whether it is a play. */
        public boolean isPlay() {
            return !at.isEmpty() && !song.isEmpty();
        }

        /** Whether it is feedback. */
        public boolean isFeedback() {
            return !verdict.isEmpty() && !(song.isEmpty() && artist.isEmpty());
        }
    }

    /**
     * A playlist of the person.
     *
     * @param kind of a generated list, null for others
     * @param title for people to read
     * @param list the list
     */
    @TemplateData
    public record ListRow(@Nullable PlaylistKind kind, String title, PlaylistDocument list) {}

    /**
     * An import that added something of the person's.
     *
     * @param id its number
     * @param source whose ids its files carry, null until it is known
     * @param createdAt when it was asked for
     * @param format of its files, null until it is recognized
     */
    @TemplateData
    public record PersonImport(
            int id,
            @Nullable String source,
            Instant createdAt,
            @Nullable String format) {}

    /** The list of people is on the search page. */
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
     * @param user public id; that of a user who was merged leads to the other user
     * @param before where the page of listens before ended; the newest if it is missing or unreadable
     * @param period that the listening is shown of; all of the time if it is missing or unreadable
     * @param day any day of that period; today if it is missing or unreadable
     */
    @GET
    @Path("{user}")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> show(
            @RestPath String user,
            @RestQuery @Nullable String before,
            @RestQuery @Nullable String period,
            @RestQuery @Nullable String day,
            UriInfo uri) {
        Shown shown = new Shown(before, period, day, Undoable.of(uri));
        return catalog.user(user)
                .join()
                .map(found -> found.publicId().equals(user)
                        ? PageResponse.page(PageResponse.OK, template(view(found, shown)))
                        : PageResponse.seeOther("./" + found.publicId()))
                .orElseGet(PageResponse::missing);
    }

    /** Which part of the listening is shown, as the address says. */
    private record Shown(
            @Nullable String before,
            @Nullable String period,
            @Nullable String day,
            Undoable undo) {}

    private PersonView view(User user, Shown shown) {
        Caller caller = access.caller();
        return new PersonView(
                user,
                listening.of(user, shown.period(), shown.day()),
                listening.part(user, shown.before()),
                playlists.current(user).stream().map(this::row).toList(),
                feedback.of(user.id()).stream().map(FeedbackRow::of).toList(),
                imports.of(user.id()).stream().map(PersonPage::row).toList(),
                new Rights(
                        access.mayChange(user.id()),
                        caller.administrator(),
                        caller.administrator() && house.isOfHouse(user.id()),
                        caller.is(user.id()),
                        caller.isSomebody()),
                new Moment(playing.of(user.id()).map(NowPlaying::of).orElse(null), shown.undo()));
    }

    private TemplateInstance template(PersonView view) {
        List<PlaylistDocument> lists = view.lists().stream().map(ListRow::list).toList();
        return Templates.person(view, places.of(view.user(), lists, songs(view)));
    }

    private static List<Song> songs(PersonView view) {
        List<Song> songs = new ArrayList<>();
        Dashboard dashboard = view.known().dashboard();
        if (dashboard != null) {
            dashboard.report().top().songs().forEach(top -> songs.add(top.song()));
        }
        view.known().songs().forEach(top -> songs.add(top.song()));
        view.listens().rows().forEach(row -> songs.add(row.song()));
        return songs;
    }

    private ListRow row(Playlist list) {
        return new ListRow(list.kind(), list.title(), playlists.document(list));
    }

    private static PersonImport row(ImportJob job) {
        return new PersonImport(job.id(), job.source(), job.createdAt(), job.format());
    }

    /** The page's template. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance person(PersonView view, SongPlaces.Found places);
    }
}
