package org.segue.web.person;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.AmbiguousNameException;
import org.segue.catalog.Catalog;
import org.segue.catalog.UnknownUserException;
import org.segue.catalog.User;
import org.segue.feedback.FeedbackService;
import org.segue.feedback.Subject;
import org.segue.listens.Listen;
import org.segue.people.HistoryService;
import org.segue.people.PeopleService;
import org.segue.web.CommonMessages;
import org.segue.web.FieldText;
import org.segue.web.Language;
import org.segue.web.NamedListener;
import org.segue.web.PageResponse;

/**
 * The forms of a person's page. Deleting what is gone already leads to the page as well.
 */
@Path("/people/{user}")
@Blocking
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class PersonForms {

    private static final int MAX_NAME_LENGTH = 128;

    private final PersonPage page;
    private final Catalog catalog;
    private final FeedbackService feedback;
    private final HistoryService history;
    private final PeopleService people;
    private final Language language;

    PersonForms(
            PersonPage page,
            Catalog catalog,
            FeedbackService feedback,
            HistoryService history,
            PeopleService people,
            Language language) {
        this.page = page;
        this.catalog = catalog;
        this.feedback = feedback;
        this.history = history;
        this.people = people;
        this.language = language;
    }

    /**
     * Deletes feedback.
     *
     * @param song public id of the song that it is on, null if it is on an artist
     * @param artist public id of the artist
     */
    @POST
    @Path("feedback")
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> takeBack(
            @RestPath String user, @RestForm @Nullable String song, @RestForm @Nullable String artist) {
        Optional<User> found = catalog.user(user).join();
        if (found.isEmpty()) {
            return PageResponse.missing();
        }
        int userId = found.get().id();
        if (song != null) {
            catalog.song(song).join().ifPresent(on -> feedback.delete(userId, Subject.SONG, on.id()));
        } else if (artist != null) {
            catalog.artistKey(artist).join().ifPresent(on -> feedback.delete(userId, Subject.ARTIST, on));
        }
        return toPage(found.get());
    }

    /**
     * Deletes a listen.
     *
     * @param at when it began, in seconds since 1970
     * @param song public id
     */
    @POST
    @Path("listens")
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> deleteListen(
            @RestPath String user, @RestForm long at, @RestForm @Nullable String song) {
        Optional<User> found = catalog.user(user).join();
        if (found.isEmpty()) {
            return PageResponse.missing();
        }
        int userId = found.get().id();
        Optional.ofNullable(song)
                .flatMap(id -> catalog.song(id).join())
                .ifPresent(heard -> history.delete(new Listen(userId, at, heard.id())));
        return toPage(found.get());
    }

    /**
     * Merges another user into this one, or says what the person is called here; if that is not possible, the page says why and
     * keeps what was typed.
     *
     * @param other public id or name of the user who is the same person
     * @param name for tokens, imports and players; null if another user is merged
     */
    @POST
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> change(
            @RestPath String user, @RestForm @Nullable String other, @RestForm @Nullable String name) {
        return catalog.user(user)
                .join()
                .map(found -> name == null ? merge(found, FieldText.typed(other)) : name(found, FieldText.typed(name)))
                .orElseGet(PageResponse::missing);
    }

    private RestResponse<TemplateInstance> merge(User into, String typed) {
        List<User> called = catalog.usersCalled(typed).join();
        if (called.size() != 1) {
            String problem = NamedListener.problem(language.messages(CommonMessages.class), typed, called);
            return page.refuseMerge(into, typed, problem);
        }
        User from = called.get(0);
        if (from.id() == into.id()) {
            return page.refuseMerge(
                    into, typed, language.messages(PersonMessages.class).samePerson());
        }
        try {
            people.merge(from.id(), into.id());
            return PageResponse.seeOther("./" + into.publicId());
        } catch (UnknownUserException e) {
            return PageResponse.missing();
        }
    }

    private RestResponse<TemplateInstance> name(User user, String typed) {
        if (typed.isEmpty() || typed.length() > MAX_NAME_LENGTH || FieldText.isOdd(typed)) {
            String problem = language.messages(PersonMessages.class).unusableName(MAX_NAME_LENGTH);
            return page.refuseName(user, typed, problem);
        }
        try {
            people.call(user, typed);
            return PageResponse.seeOther("./" + user.publicId());
        } catch (AmbiguousNameException e) {
            return page.refuseName(user, typed, language.say(e.sentence()));
        }
    }

    /** Forgets the person. */
    @POST
    @Path("forget")
    @Operation(hidden = true)
    public RestResponse<TemplateInstance> forget(@RestPath String user) {
        catalog.user(user).join().ifPresent(found -> people.forget(found.id()));
        return PageResponse.seeOther("../../");
    }

    private static RestResponse<TemplateInstance> toPage(User user) {
        return PageResponse.seeOther("../" + user.publicId());
    }
}
