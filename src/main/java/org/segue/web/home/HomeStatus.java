package org.segue.web.home;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.web.FieldText;
import org.segue.web.TrainingStage;

/**
 * How the service stands, beside the answers of the home page.
 *
 * @param users how many users have listens
 * @param songs how many songs are known
 * @param interactions how many user–song pairs are known
 * @param model the active model, null before the first training
 * @param job what is being worked on, null when nothing is
 * @param examples a few users to try, none if there are none yet
 */
@TemplateData
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

    /** The same without examples, for callers who may not read other users. */
    HomeStatus withoutExamples() {
        return new HomeStatus(users, songs, interactions, model, job, List.of());
    }

    /** Listeners of the household to try. */
    public List<ExampleUser> own() {
        return examples.stream().filter(user -> !user.madeUp()).toList();
    }

    /** Made-up listeners to try. */
    public List<ExampleUser> madeUp() {
        return examples.stream().filter(ExampleUser::madeUp).toList();
    }

    /** Whether nothing is here, and nothing is on its way. */
    boolean isEmpty() {
        return songs == 0 && job == null;
    }

    /** Interactions that have come since the model was trained; not above 0 if none have, or if some were taken back. */
    public long news() {
        return model == null ? 0 : interactions - model.interactions();
    }

    /**
     * The active model.
     *
     * @param version as answers name it
     * @param createdAt when its training ended
     * @param interactions how many user–song pairs it was trained on
     */
    @TemplateData
    public record TrainedModel(String version, Instant createdAt, long interactions) {}

    /**
     * A training or an import that runs.
     *
     * @param training what the training is doing, null for an import
     * @param rows that the import has read
     * @param percent done, 0 to 100
     */
    @TemplateData
    public record RunningJob(@Nullable TrainingStage training, long rows, int percent) {}

    /**
     * A user to try.
     *
     * @param id public id
     * @param name the id if there is no name
     * @param madeUp whether the demo made them up
     */
    @TemplateData
    public record ExampleUser(String id, String name, boolean madeUp) {

        /** Address of the page that answers for them, relative to the home page. */
        public String address() {
            return "./?user=" + FieldText.encoded(id);
        }
    }
}
