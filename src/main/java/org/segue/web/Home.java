package org.segue.web;

import io.quarkus.logging.Log;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.ranking.Recommendation;
import org.segue.ranking.RecommendationService;

/** Makes the home page, whichever address it was asked at. Never blocks. */
@ApplicationScoped
public class Home {
    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int UNPROCESSABLE = 422;
    private static final int FAILED = 500;

    private final RecommendationService recommendations;
    private final HomeStatusSource statuses;
    private final Words words;
    private final Access access;

    Home(RecommendationService recommendations, HomeStatusSource statuses, Words words, Access access) {
        this.recommendations = recommendations;
        this.statuses = statuses;
        this.words = words;
        this.access = access;
    }

    /** The page without a question. */
    Uni<RestResponse<TemplateInstance>> blank() {
        return page(HomeForm.blank());
    }

    /**
     * The page for a question.
     *
     * @param user as sent, null if missing
     * @param n as sent, null if missing
     * @return status 200, 403 if the songs are not for who asks, 422 if the question is wrong (the page says how), 500 if it could not be answered
     */
    Uni<RestResponse<TemplateInstance>> answer(@Nullable String user, @Nullable String n) {
        HomeForm form = HomeForm.read(user, n, words);
        return access.reading()
                .require(form.answerable() ? List.of(form.user()) : List.of())
                .chain(() -> page(form))
                .onFailure(ForbiddenException.class)
                .recoverWithUni(() -> page(form.refused(words)).map(Home::forbidden));
    }

    private Uni<RestResponse<TemplateInstance>> page(HomeForm form) {
        boolean showsExamples = access.mayReadAll();
        return statuses.current()
                .map(status -> showsExamples ? status : status.withoutExamples())
                .flatMap(status -> view(form, status))
                .map(view -> RestResponse.ResponseBuilder.<TemplateInstance>create(status(view))
                        .entity(Templates.home(view))
                        .build());
    }

    private static RestResponse<TemplateInstance> forbidden(RestResponse<TemplateInstance> page) {
        return RestResponse.ResponseBuilder.<TemplateInstance>create(FORBIDDEN)
                .entity(page.getEntity())
                .build();
    }

    private Uni<HomeView> view(HomeForm form, HomeStatus status) {
        Instant now = Instant.now();
        StatusView statusView = StatusView.of(status, now, words);
        if (!form.answerable()) {
            return Uni.createFrom().item(new HomeView(form, statusView, null, false));
        }
        return recommendation(form)
                .map(answer -> ResultsView.of(answer, status, now, words))
                .map(results -> new HomeView(form, statusView, results, false))
                .onFailure()
                .recoverWithItem(failure -> failed(form, statusView, failure));
    }

    private Uni<Recommendation> recommendation(HomeForm form) {
        return Uni.createFrom().deferred(() -> recommendations.recommend(form.query()));
    }

    private static HomeView failed(HomeForm form, StatusView status, Throwable failure) {
        Log.error("No recommendation for the home page", failure);
        return new HomeView(form, status, null, true);
    }

    private static int status(HomeView view) {
        if (view.failed()) {
            return FAILED;
        }
        return view.form().asked() && !view.form().answerable() ? UNPROCESSABLE : OK;
    }
}
