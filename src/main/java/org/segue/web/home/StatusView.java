package org.segue.web.home;

import io.quarkus.qute.TemplateData;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.web.Formatting;
import org.segue.web.Words;

/**
 * How the service stands, in words.
 *
 * @param empty no song is known
 * @param job what is going on in words, null when nothing is
 * @param progress of the job in percent, 0 to 100
 * @param facts short phrases: how much is known, how old the model is
 * @param examples users to try
 */
@TemplateData
public record StatusView(
        boolean empty, @Nullable String job, int progress, List<String> facts, List<ExampleLink> examples) {

    /**
     * A user to try.
     *
     * @param name what to call them
     * @param address of the page that answers for them, relative to the home page
     */
    @TemplateData
    public record ExampleLink(String name, String address) {}

    static StatusView of(HomeStatus status, Instant now, Words words) {
        HomeStatus.RunningJob job = status.job();
        return new StatusView(
                status.songs() == 0,
                job == null ? null : job.words(),
                job == null ? 0 : percent(job.progress()),
                status.songs() == 0 ? List.of() : facts(status, now, words),
                status.examples().stream().map(StatusView::link).toList());
    }

    private static int percent(double progress) {
        return (int) Math.round(100 * Math.max(0, Math.min(1, progress)));
    }

    private static List<String> facts(HomeStatus status, Instant now, Words words) {
        return List.of(
                words.users(Formatting.count(status.users())),
                words.songs(Formatting.count(status.songs())),
                words.interactions(Formatting.count(status.interactions())),
                model(status, now, words));
    }

    private static String model(HomeStatus status, Instant now, Words words) {
        HomeStatus.TrainedModel model = status.model();
        if (model == null) {
            return words.noModel();
        }
        String age = Formatting.ago(Duration.between(model.createdAt(), now), words);
        long since = status.interactions() - model.interactions();
        return since > 0 ? words.modelAgeAndNews(age, Formatting.count(since)) : words.modelAge(age);
    }

    private static ExampleLink link(HomeStatus.ExampleUser user) {
        return new ExampleLink(user.name(), "./?user=" + URLEncoder.encode(user.id(), StandardCharsets.UTF_8));
    }
}
