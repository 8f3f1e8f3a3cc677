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
import org.segue.feedback.StoredFeedback;
import org.segue.feedback.Verdict;
import org.segue.web.CommonMessages;
import org.segue.web.FieldText;
import org.segue.web.Language;
import org.segue.web.NamedListener;
import org.segue.web.PageResponse;
import org.segue.web.feedback.FeedbackView.Given;
import org.segue.web.feedback.FeedbackView.Said;

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
    private final LastListener lastListener;

    FeedbackForms(
            Catalog catalog, FeedbackService feedback, Access access, Language language, LastListener lastListener) {
        this.lastListener = lastListener;
        this.catalog = catalog;
        this.feedback = feedback;
        this.access = access;
        this.language = language;
    }

    /** The form before anything is sent: with what the reader, or the listener for whom the administrator spoke last, says now. */
    public FeedbackView blank(FeedbackTarget target) {
        Caller caller = access.caller();
        Optional<User> giver = caller.administrator()
                ? lastListener.last()
                : catalog.user(caller.user()).join();
        return form(target, giver.orElse(null), giver.map(User::name).orElse(""), null, "");
    }

    /**
     * Saves feedback, or removes what is given again; the form says so, or what is wrong.
     *
     * @param user public id or name of the user whose feedback it is
     * @param verdict love, dislike or ban; none deletes what was given
     * @param pressed the verdict that the form has shown as given, if it has
     * @param by public id of the user whose that was
     * @throws io.quarkus.security.ForbiddenException if the caller may not give feedback for that user
     */
    public FeedbackView save(
            FeedbackTarget target,
            @Nullable String user,
            @Nullable String verdict,
            @Nullable String pressed,
            @Nullable String by) {
        String typed = FieldText.typed(user);
        List<User> called = catalog.usersCalled(typed).join();
        access.requireChanging(called.size() == 1 ? called.get(0).id() : 0);
        Optional<Verdict> known = verdict(verdict);
        if (called.size() == 1 && NONE.equals(verdict)) {
            put(target, called.get(0), null);
            return form(target, called.get(0), typed, given(target, "", called.get(0)), "");
        }
        if (called.size() != 1) {
            return form(target, null, typed, null, NamedListener.problem(common(), typed, called));
        }
        User giver = called.get(0);
        if (known.isEmpty()) {
            String verdicts = language.messages(FeedbackMessages.class).all();
            return form(target, giver, typed, null, common().unreadable(verdicts, String.valueOf(verdict)));
        }
        boolean again = known.get().word().equals(pressed) && giver.publicId().equals(by);
        put(target, giver, again ? null : known.get());
        lastListener.remember(giver);
        return form(target, giver, typed, given(target, again ? "" : known.get().word(), giver), "");
    }

    private void put(FeedbackTarget target, User giver, @Nullable Verdict verdict) {
        if (verdict == null) {
            feedback.delete(giver.id(), target.subject(), target.key());
        } else {
            feedback.put(giver.id(), new Feedback(target.subject(), target.key(), verdict, null));
        }
    }

    /** Status of a page with the form: 200, or 422 if something is wrong. */
    public static int status(FeedbackView form) {
        return form.problem().isEmpty() ? PageResponse.OK : PageResponse.UNPROCESSABLE;
    }

    private FeedbackView form(
            FeedbackTarget target, @Nullable User giver, String typed, @Nullable Given given, String problem) {
        Caller caller = access.caller();
        Said said = giver == null ? Said.NOTHING : new Said(giver.publicId(), said(giver, target));
        return new FeedbackView(
                caller.isSomebody(), caller.administrator() ? "" : caller.user(), typed, said, given, problem);
    }

    private String said(User giver, FeedbackTarget target) {
        return feedback.of(giver.id()).stream()
                .map(StoredFeedback::feedback)
                .filter(one -> one.subject() == target.subject() && one.key() == target.key())
                .map(one -> one.verdict().word())
                .findFirst()
                .orElse("");
    }

    private static Given given(FeedbackTarget target, String verdict, User user) {
        return new Given(verdict, target.name(), user.publicId(), user.name());
    }

    private CommonMessages common() {
        return language.messages(CommonMessages.class);
    }

    static Optional<Verdict> verdict(@Nullable String word) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.word().equals(word))
                .findFirst();
    }
}
