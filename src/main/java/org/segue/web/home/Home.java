package org.segue.web.home;

import io.quarkus.logging.Log;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.access.Caller;
import org.segue.catalog.Catalog;
import org.segue.catalog.Song;
import org.segue.ranking.OverloadedException;
import org.segue.ranking.Recommendation;
import org.segue.ranking.Recommendations;
import org.segue.web.PageResponse;
import org.segue.web.home.PickedSongs.PickedSong;

/** Makes the home page for each address that shows it. Does not block. */
@ApplicationScoped
public class Home {
    private final Recommendations recommendations;
    private final HomeStatusReader statuses;
    private final Catalog catalog;
    private final ListenerNames names;
    private final ResultsReader results;
    private final Access access;
    private final ShownAnswers shown;

    Home(
            Recommendations recommendations,
            HomeStatusReader statuses,
            Catalog catalog,
            ListenerNames names,
            ResultsReader results,
            Access access,
            ShownAnswers shown) {
        this.recommendations = recommendations;
        this.statuses = statuses;
        this.catalog = catalog;
        this.names = names;
        this.results = results;
        this.access = access;
        this.shown = shown;
    }

    /**
     * The page without a question: for a listener who has signed in their own list; while there is nothing to ask for, the way to
     * where Segue is set up.
     *
     * @param isBrowser whether somebody looks at it who can go there
     */
    Uni<RestResponse<TemplateInstance>> open(boolean isBrowser) {
        String listener = access.caller().user();
        Uni<RestResponse<TemplateInstance>> page =
                listener.isEmpty() ? page(HomeForm.blank(), null) : answer(HomeQuestion.ofListener(listener), null);
        return statuses.current()
                .flatMap(status ->
                        isBrowser && status.isEmpty() ? Uni.createFrom().item(PageResponse.seeOther("./start")) : page);
    }

    /**
     * The page for a question.
     *
     * @param given feedback that the page tells of, null for none
     * @return status 200, 403 if the caller may not read these songs, 422 if the question is wrong (the page says how), 500
     *     if there is no answer
     */
    Uni<RestResponse<TemplateInstance>> answer(HomeQuestion question, @Nullable GivenFeedback given) {
        Access.ReadPermission reading = access.reading();
        return liked(question.liked())
                .map(found -> HomeForm.read(question, found))
                .chain(typed -> answer(typed, given, reading));
    }

    private Uni<RestResponse<TemplateInstance>> answer(
            HomeForm typed, @Nullable GivenFeedback given, Access.ReadPermission reading) {
        return withListeners(typed)
                .chain(form -> reading.require(form.answerable() ? form.users() : List.of())
                        .chain(() -> page(form, given)))
                .onFailure(ForbiddenException.class)
                .recoverWithUni(() -> refused(typed))
                .onFailure(SeveralListenersException.class)
                .recoverWithUni(several -> problem(typed, typed.ambiguous(several.clash())))
                .onFailure(UnknownListenerException.class)
                .recoverWithUni(unknown -> problem(typed, typed.unknown(unknown.clash(typed))));
    }

    // Who may read their own songs alone is told of nobody else's name.
    private Uni<RestResponse<TemplateInstance>> problem(HomeForm typed, HomeForm named) {
        return access.mayReadAll() ? page(named, null) : refused(typed);
    }

    private Uni<RestResponse<TemplateInstance>> refused(HomeForm typed) {
        return page(typed.refused(), null).map(Home::forbidden);
    }

    private Uni<Optional<Song>> liked(@Nullable String typed) {
        return typed == null || typed.isBlank()
                ? Uni.createFrom().item(Optional.empty())
                : Uni.createFrom().completionStage(() -> catalog.songCalled(typed.strip()));
    }

    private Uni<HomeForm> withListeners(HomeForm typed) {
        return Multi.createFrom()
                .iterable(typed.answerable() ? typed.users() : List.of())
                .onItem()
                .transformToUniAndConcatenate(names::find)
                .collect()
                .asList()
                .map(found -> found.isEmpty() ? typed : typed.withListeners(found));
    }

    private Uni<RestResponse<TemplateInstance>> page(HomeForm form, @Nullable GivenFeedback given) {
        boolean showsExamples = access.mayReadAll();
        Caller caller = access.caller();
        return Uni.combine()
                .all()
                .unis(statuses.current(), pickedSongs(form), notice(given))
                .asTuple()
                .flatMap(known -> view(
                                form,
                                showsExamples
                                        ? known.getItem1()
                                        : known.getItem1().withoutExamples(),
                                known.getItem2(),
                                caller)
                        .map(view -> view.with(known.getItem3().orElse(null))))
                .map(view -> PageResponse.page(status(view), Templates.home(view)));
    }

    private Uni<Optional<FeedbackNotice>> notice(@Nullable GivenFeedback given) {
        return given == null
                ? Uni.createFrom().item(Optional.empty())
                : Uni.createFrom()
                        .completionStage(() -> catalog.song(given.song()))
                        .map(song -> song.map(found -> FeedbackNotice.of(given, found)));
    }

    private static RestResponse<TemplateInstance> forbidden(RestResponse<TemplateInstance> page) {
        return PageResponse.page(PageResponse.FORBIDDEN, page.getEntity());
    }

    private Uni<HomeView> view(HomeForm form, HomeStatus status, PickedSongs picked, Caller caller) {
        if (!form.answerable()) {
            return Uni.createFrom().item(new HomeView(form, picked, status, null, null, null));
        }
        return recommendation(form, caller)
                .flatMap(answer ->
                        results.read(answer, form, caller).map(known -> ResultsView.of(answer, form, known, status)))
                .map(found -> new HomeView(form, picked, status, found, null, null))
                .onFailure()
                .recoverWithItem(failure -> failed(form, picked, status, failure));
    }

    private Uni<Recommendation> recommendation(HomeForm form, Caller caller) {
        return Uni.createFrom()
                .completionStage(() -> form.query(catalog))
                .flatMap(query -> recommendations.recommend(query).invoke(answer -> shown.note(query, answer, caller)));
    }

    private static HomeView failed(HomeForm form, PickedSongs picked, HomeStatus status, Throwable failure) {
        if (failure instanceof OverloadedException) {
            return new HomeView(form, picked, status, null, HomeView.Problem.BUSY, null);
        }
        Log.error("No recommendation for the home page", failure);
        return new HomeView(form, picked, status, null, HomeView.Problem.FAILED, null);
    }

    private Uni<PickedSongs> pickedSongs(HomeForm form) {
        return songs(form.songs().seeds(), form.at()::withoutSeed)
                .flatMap(seeds -> songs(form.songs().ignored(), form.at()::withoutIgnored)
                        .map(ignored -> new PickedSongs(seeds, ignored)));
    }

    private Uni<List<PickedSong>> songs(List<String> ids, UnaryOperator<String> addressWithout) {
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(id -> Uni.createFrom()
                        .completionStage(() -> catalog.song(id))
                        .map(song -> PickedSong.of(id, song, addressWithout.apply(id))))
                .collect()
                .asList();
    }

    private static int status(HomeView view) {
        if (view.problem() != null) {
            return view.problem() == HomeView.Problem.BUSY ? PageResponse.UNAVAILABLE : PageResponse.FAILED;
        }
        return view.form().asked() && !view.form().answerable() ? PageResponse.UNPROCESSABLE : PageResponse.OK;
    }

    /** The page's template. */
    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance home(HomeView view);
    }
}
