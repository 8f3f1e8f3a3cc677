package org.segue.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.InteractionMatrixBuilder;
import org.segue.listens.Measure;
import org.segue.model.Hyperparameters;
import org.segue.model.ModelFiles;
import org.segue.model.ModelStore;
import org.segue.model.StoredModel;
import org.segue.songmodel.SafeTensors;
import org.segue.songmodel.Tensor;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class TrainingRunnerTest {

    // One unpacked engine serves every test: it is 430 MB.
    private static final Path NATIVE_CACHE = Path.of("target", "engine");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void start_smallJob_leavesAModelThatCanBePublished(boolean inProcess) throws Exception {
        JobFolder job = JobFolder.create(folder.resolve("job"), epochs(3), new WorkerJob(Measure.PLAYS, 1), matrix());
        List<TrainingProgress> heard = Collections.synchronizedList(new ArrayList<>());

        Path model = runner(inProcess).start(job, heard::add).await();

        ModelStore store = new ModelStore(folder.resolve("models"));
        StoredModel stored = store.publish(model, manifest -> null, Set.of());
        assertThat(stored.manifest().size().users()).isEqualTo(2);
        assertThat(stored.manifest().size().interactions()).isEqualTo(3);
        assertThat(stored.manifest().fit().losses()).hasSize(3);
        assertThat(stored.manifest().provenance().hyperparameters())
                .isEqualTo(epochs(3).hyperparameters());
        assertThat(heard).extracting(TrainingProgress::epoch).containsExactly(1, 2, 3);
        assertThat(heard)
                .extracting(TrainingProgress::loss)
                .isEqualTo(stored.manifest().fit().losses());
        assertThat(stored.model().songIds()).containsExactly(4, 6);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cancel_longJob_endsItWithoutAModel(boolean inProcess) throws Exception {
        JobFolder job =
                JobFolder.create(folder.resolve("job"), epochs(10_000), new WorkerJob(Measure.PLAYS, 1), matrix());
        CountDownLatch started = new CountDownLatch(1);

        TrainingHandle run = runner(inProcess).start(job, progress -> started.countDown());
        assertThat(started.await(1, TimeUnit.MINUTES)).isTrue();
        run.cancel();

        assertThatThrownBy(run::await).isInstanceOf(CancellationException.class);
        assertThat(job.model()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void start_damagedJob_failsWithTheReason(boolean inProcess) throws Exception {
        JobFolder job = JobFolder.create(folder.resolve("job"), epochs(1), new WorkerJob(Measure.PLAYS, 1), matrix());
        Path interactions = job.path().resolve("interactions.safetensors");
        byte[] bytes = Files.readAllBytes(interactions);
        // The last value becomes NaN.
        bytes[bytes.length - 1] = 0x7f;
        bytes[bytes.length - 2] = -1;
        Files.write(interactions, bytes);

        TrainingHandle run = runner(inProcess).start(job, progress -> {});

        assertThatThrownBy(run::await)
                .isInstanceOf(TrainingFailedException.class)
                .hasMessageContaining("a value is not a number");
    }

    @Test
    void await_workerKilled_saysThatMemoryIsTheLikelyReason() throws Exception {
        JobFolder job =
                JobFolder.create(folder.resolve("job"), epochs(10_000), new WorkerJob(Measure.PLAYS, 1), matrix());
        CountDownLatch started = new CountDownLatch(1);
        List<ProcessHandle> others = ProcessHandle.current().children().toList();
        TrainingHandle run = runner(false).start(job, progress -> started.countDown());
        assertThat(started.await(1, TimeUnit.MINUTES)).isTrue();

        ProcessHandle.current()
                .children()
                .filter(child -> !others.contains(child))
                .forEach(ProcessHandle::destroyForcibly);

        assertThatThrownBy(run::await)
                .isInstanceOf(TrainingFailedException.class)
                .hasMessageContaining("was killed, most likely because the system ran out of memory");
    }

    @Test
    void await_workerThatSaysNothing_isEndedWithTheReason() throws Exception {
        JobFolder job =
                JobFolder.create(folder.resolve("job"), epochs(10_000), new WorkerJob(Measure.PLAYS, 1), matrix());

        // It takes longer to start.
        TrainingHandle run = new WorkerProcess(NATIVE_CACHE, Duration.ofMillis(1)).start(job, progress -> {});

        assertThatThrownBy(run::await)
                .isInstanceOf(TrainingFailedException.class)
                .hasMessageContaining("stopped responding for 0 seconds and was terminated");
        assertThat(job.model()).doesNotExist();
    }

    @Test
    void interactions_afterCreate_areTheSame() throws IOException {
        InteractionMatrix matrix = matrix();
        JobFolder job = JobFolder.create(folder.resolve("job"), epochs(5), new WorkerJob(Measure.PLAYS, 2), matrix);

        InteractionMatrix read = new JobFolder(folder.resolve("job")).interactions();

        assertThat(read.userIds()).isEqualTo(matrix.userIds());
        assertThat(read.songIds()).isEqualTo(matrix.songIds());
        assertThat(read.rowStart()).isEqualTo(matrix.rowStart());
        assertThat(read.songIndexes()).isEqualTo(matrix.songIndexes());
        assertThat(read.values()).isEqualTo(matrix.values());
        assertThat(job.spec()).isEqualTo(epochs(5));
        assertThat(job.job()).isEqualTo(new WorkerJob(Measure.PLAYS, 2));
        assertThat(job.size()).isEqualTo(new JobFolder.Size(4, 3, 0));
        assertThat(read.listens().isEmpty()).isTrue();
    }

    @Test
    void interactions_withTimes_keepThem() throws IOException {
        InteractionMatrix matrix = new InteractionMatrixBuilder()
                .addListen(1, 1, 1_700_000_000L)
                .add(1, 2, 3)
                .build();
        JobFolder job = JobFolder.create(folder.resolve("job"), epochs(5), new WorkerJob(Measure.PLAYS, 2), matrix);

        InteractionMatrix read = new JobFolder(folder.resolve("job")).interactions();

        assertThat(read.listens().rowStart()).containsExactly(0, 1);
        assertThat(read.listens().songIndexes()).containsExactly(0);
        assertThat(read.listens().at(0)).isEqualTo(1_700_000_000L);
        assertThat(job.size()).isEqualTo(new JobFolder.Size(3, 2, 1));
    }

    @Test
    void interactions_ofAFolderOfBefore_areRefused() throws IOException {
        JobFolder job = JobFolder.create(folder.resolve("job"), epochs(5), new WorkerJob(Measure.PLAYS, 2), matrix());
        Path file = job.path().resolve("interactions.safetensors");
        Files.delete(file);
        InteractionMatrix matrix = matrix();
        SafeTensors.write(
                file,
                List.of(
                        Tensor.of("user_id", matrix.userIds(), matrix.users()),
                        Tensor.of("song_id", matrix.songIds(), matrix.songs()),
                        Tensor.of("value", matrix.values(), matrix.interactions()),
                        Tensor.of("first_heard", new int[0], 0)));

        assertThatIOException()
                .isThrownBy(job::interactions)
                .withMessageContaining("format 1, this program reads format 2");
    }

    @Test
    void job_thatIsIncomplete_isRefused() throws IOException {
        JobFolder job = JobFolder.create(folder.resolve("job"), epochs(5), new WorkerJob(Measure.PLAYS, 2), matrix());
        Path how = job.path().resolve("job.json");
        String json = Files.readString(how);
        for (String broken : List.of("{}", "", json.replace("\"threads\":2", "\"threads\":0"))) {
            Files.writeString(how, broken);
            assertThatIOException().isThrownBy(job::job);
        }
        Path what = job.path().resolve("spec.json");
        String spec = Files.readString(what);
        for (String broken : List.of("{}", "", spec.replace("64", "-1"))) {
            Files.writeString(what, broken);
            assertThatIOException().isThrownBy(job::spec);
        }
    }

    @Test
    void writeModel_killedBefore_leavesNoModelFolder() throws IOException {
        JobFolder job = JobFolder.create(folder.resolve("job"), epochs(1), new WorkerJob(Measure.PLAYS, 1), matrix());
        Worker.train(job, progress -> assertThat(job.model()).doesNotExist());
        assertThat(ModelFiles.read(job.model()).model().users()).isEqualTo(2);
    }

    private static TrainingRunner runner(boolean inProcess) {
        return inProcess ? new InProcessRunner() : new WorkerProcess(NATIVE_CACHE);
    }

    private static InteractionMatrix matrix() {
        return new InteractionMatrixBuilder()
                .add(1, 4, 1)
                .add(1, 6, 2)
                .add(3, 4, 5)
                .build();
    }

    private static TrainingSpec epochs(int epochs) {
        return new TrainingSpec(Hyperparameters.implicitDefaults().withEpochs(epochs), null, false);
    }
}
