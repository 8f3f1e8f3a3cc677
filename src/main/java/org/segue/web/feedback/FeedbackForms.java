package org.segue.web.feedback;

import io.quarkus.qute.TemplateData;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.segue.access.Access;
import org.segue.access.Caller;
import org.segue.catalog.Catalog;
import org.segue.catalog.User;
import org.segue.feedback.Feedback;
import org.segue.feedback.FeedbackService;
import org.segue.feedback.Subject;
import org.segue.feedback.Verdict;
import org.segue.web.Language;
import org.segue.web.PageResponse;
import org.segue.web.Words;

/**
 * Takes verdicts on the page of a song or artist: a user's own, or anybody's from the administrator, who says whose. Blocks.
 */
@Singleton
public class FeedbackForms {

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

    /**
     * The form for verdicts.
     *
     * @param allowed whether whoever looks at it may judge
     * @param own public id of whoever does, empty if they have to say whose verdict it is
     * @param user as it was typed
     * @param said what was just said, in words; empty for nothing
     * @param judge public id of whose verdict that is
     * @param problem what is wrong, in words; empty if nothing is
     */
    @TemplateData
    public record FeedbackView(boolean allowed, String own, String user, String said, String judge, String problem) {

        public int status() {
            return problem.isEmpty() ? PageResponse.OK : PageResponse.UNPROCESSABLE;
        }

        private FeedbackView refused(String typed, String why) {
            return new FeedbackView(allowed, own, typed, "", "", why);
        }
    }

    /**
     * What is on trial.
     *
     * @param subject song or artist
     * @param key database key
     * @param name title or name
     */
    public record FeedbackTarget(Subject subject, int key, String name) {}

    public FeedbackView blank() {
        Caller caller = access.caller();
        return new FeedbackView(caller.isSomebody(), caller.administrator() ? "" : caller.user(), "", "", "", "");
    }

    /**
     * Notes a verdict.
     *
     * @param user public id or name of whose it is
     * @param word love, dislike or ban
     * @throws io.quarkus.security.ForbiddenException if it is not for whoever asks to say
     */
    public FeedbackView judge(FeedbackTarget matter, @Nullable String user, @Nullable String word) {
        Words words = language.words();
        String typed = user == null ? "" : user.strip();
        Optional<User> judge = catalog.userCalled(typed).join();
        access.requireChanging(judge.map(User::id).orElse(0));
        Optional<Verdict> verdict = verdict(word);
        if (judge.isEmpty()) {
            return blank().refused(typed, words.nobodyCalled(typed));
        }
        if (verdict.isEmpty()) {
            return blank().refused(typed, words.unreadable(words.verdicts(), String.valueOf(word)));
        }
        feedback.put(judge.get().id(), new Feedback(matter.subject(), matter.key(), verdict.get(), null));
        FeedbackView form = blank();
        String said = words.saidBy(
                said(verdict.get(), matter.name(), words), judge.get().name());
        return new FeedbackView(
                form.allowed(), form.own(), typed, said, judge.get().publicId(), "");
    }

    private static Optional<Verdict> verdict(@Nullable String word) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.word().equals(word))
                .findFirst();
    }

    private static String said(Verdict verdict, String name, Words words) {
        return switch (verdict) {
            case LOVE -> words.loved(name);
            case DISLIKE -> words.disliked(name);
            case BAN -> words.actOn(words.ban(), name);
        };
    }
}
