package org.segue.web.home;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the home page says about the service beside its answers.
 *
 * @param users how many users have listens
 * @param songs how many songs are known
 * @param interactions how many user–song pairs are known
 * @param model the model that answers now, null before the first training
 * @param job what is being worked on, null when nothing is
 * @param examples a few users to try, none if there are none yet
 */
public record HomeStatus(
        long users,
        long songs,
        long interactions,
        @Nullable TrainedModel model,
        @Nullable RunningJob job,
        List<ExampleUser> examples) {

    /** Copies the list. */
    public HomeStatus {
        examples = List.copyOf(examples);
    }

    /** The same for somebody who may not be told of others. */
    HomeStatus withoutExamples() {
        return new HomeStatus(users, songs, interactions, model, job, List.of());
    }

    /**
     * The model that answers now.
     *
     * @param version as answers name it
     * @param createdAt when its training ended
     * @param interactions how many user–song pairs it was trained on
     */
    public record TrainedModel(String version, Instant createdAt, long interactions) {}

    /**
     * An import or training under way.
     *
     * @param words what is going on, for people: {@code Imports: 40,000 rows}
     * @param progress 0 to 1
     */
    public record RunningJob(String words, double progress) {}

    /**
     * A user to try.
     *
     * @param id public id
     * @param name what to call them, the id if they have no name
     */
    public record ExampleUser(String id, String name) {}
}
