package org.segue.web.feedback;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.access.Caller;
import org.segue.catalog.Catalog;
import org.segue.catalog.User;
import org.segue.feedback.Feedback;
import org.segue.feedback.FeedbackService;
import org.segue.feedback.Verdict;
import org.segue.web.CommonMessages;
import org.segue.web.FieldText;
import org.segue.web.Language;
import org.segue.web.NamedListener;
import org.segue.web.PageResponse;
import org.segue.web.feedback.FeedbackView.Given;

/**
 * Saves the feedback that is given on the page of a song or an artist: a user gives their own, the administrator anybody's.
 * Blocks.
 */
@Singleton
public class FeedbackForms {

    private static final String NONE = "none";

    private final Catalog catalog;
    private final FeedbackService feedback;
    private final Access access;
    private final Language language;

    FeedbackForms(Catalog catalog, FeedbackService feedback, Access access, Language language) {
        this.catalog = catalog;
        this.feedback = feedback;
        this.access = access;
        this.language = language;
    }

    /** The form before anything is sent. */
    public FeedbackView blank() {
        return form("", null, "");
    }

    /**
     * Saves feedback; the form says so, or what is wrong.
     *
     * @param user public id or name of the user whose feedback it is
     * @param verdict love, dislike or ban; none deletes what was given
     * @throws io.quarkus.security.ForbiddenException if the caller may not give feedback for that user
     */
    public FeedbackView save(FeedbackTarget target, @Nullable String user, @Nullable String verdict) {
        String typed = FieldText.typed(user);
        List<User> called = catalog.usersCalled(typed).join();
        access.requireChanging(called.size() == 1 ? called.get(0).id() : 0);
        Optional<Verdict> known = verdict(verdict);
        if (called.size() == 1 && NONE.equals(verdict)) {
            feedback.delete(called.get(0).id(), target.subject(), target.key());
            return form(typed, null, "");
        }
        if (called.size() != 1) {
            return form(typed, null, NamedListener.problem(common(), typed, called));
        }
        if (known.isEmpty()) {
            String verdicts = language.messages(FeedbackMessages.class).all();
            return form(typed, null, common().unreadable(verdicts, String.valueOf(verdict)));
        }
        User giver = called.get(0);
        feedback.put(giver.id(), new Feedback(target.subject(), target.key(), known.get(), null));
        return form(typed, given(target, known.get(), giver), "");
    }

    /** Status of a page with the form: 200, or 422 if something is wrong. */
    public static int status(FeedbackView form) {
        return form.problem().isEmpty() ? PageResponse.OK : PageResponse.UNPROCESSABLE;
    }

    private FeedbackView form(String typed, @Nullable Given given, String problem) {
        Caller caller = access.caller();
        return new FeedbackView(
                caller.isSomebody(), caller.administrator() ? "" : caller.user(), typed, given, problem);
    }

    private static Given given(FeedbackTarget target, Verdict verdict, User user) {
        return new Given(verdict.word(), target.name(), user.publicId(), user.name());
    }

    private CommonMessages common() {
        return language.messages(CommonMessages.class);
    }

    private static Optional<Verdict> verdict(@Nullable String word) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.word().equals(word))
                .findFirst();
    }
}
