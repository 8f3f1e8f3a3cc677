package org.segue.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.segue.testsupport.Eventually;
import org.segue.text.Sentence;

/** Jobs one after the other, whatever their work does. */
@Timeout(30)
class JobRunnerTest {

    private interface Body {
        Sum run(LiveJob<Sum> job) throws Exception;
    }

    private final SumStore store = new SumStore();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private Body body = LiveJob::job;
    private BooleanSupplier seenWhileEnding = () -> true;
    private final JobWork<Sum> work = new JobWork<>() {
        @Override
        public Sum run(LiveJob<Sum> job) throws Exception {
            return body.run(job);
        }

        @Override
        public void ended(Sum job) {
            assertThat(seenWhileEnding.getAsBoolean()).isTrue();
        }
    };
    private final JobRunner<Sum> runner = new JobRunner<>("sum", store, work, Duration.ofMillis(20));

    @AfterEach
    void stop() throws InterruptedException {
        goOn.countDown();
        runner.stop();
    }

    private Sum submit() {
        Sum job = store.create();
        runner.submit(job);
        return job;
    }

    private Sum await(int id) {
        Eventually.until(() -> runner.byId(id).orElseThrow().status().isFinal());
        return runner.byId(id).orElseThrow();
    }

    private Sum waitUntilToldToGoOn(LiveJob<Sum> job) throws InterruptedException {
        begun.countDown();
        goOn.await();
        job.endIfCancelled();
        return job.job();
    }

    @Test
    void submit_isRunAndStored() {
        body = job -> job.job().plus(7);
        int id = submit().id();

        assertThat(await(id)).returns(JobStatus.COMPLETED, Sum::status).returns(7, Sum::sum);
        assertThat(store.byId(id)).contains(runner.byId(id).orElseThrow());
        assertThat(runner.byId(id).orElseThrow().progress()).isEqualTo(1);
    }

    @Test
    void work_throwsAnything_failsWithASentence_andTheNextRuns() {
        for (Throwable thrown : new Throwable[] {
            new StackOverflowError(),
            new NoClassDefFoundError("x"),
            new IllegalStateException("no sentence"),
            new Exception()
        }) {
            body = job -> {
                throw SumStore.sneaky(thrown);
            };
            assertThat(await(submit().id()))
                    .returns(JobStatus.FAILED, Sum::status)
                    .returns(JobPhrase.UNEXPECTED.english(), Sum::error);
        }
        body = job -> {
            throw new JobFailedException(Sentence.plain("There is nothing to add."));
        };
        assertThat(await(submit().id()).error()).isEqualTo("There is nothing to add.");

        body = LiveJob::job;
        assertThat(await(submit().id()).status()).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void byId_atWork_showsWhatTheWorkHasUpdated() throws InterruptedException {
        body = job -> {
            job.update(sum -> sum.plus(3));
            job.showThrough(sum -> sum.with(sum.state().at(0.5)));
            return waitUntilToldToGoOn(job);
        };
        int id = submit().id();
        begun.await();

        assertThat(runner.byId(id).orElseThrow())
                .returns(JobStatus.RUNNING, Sum::status)
                .returns(3, Sum::sum)
                .returns(0.5, Sum::progress);
        assertThat(runner.current()).map(Sum::id).contains(id);
        assertThat(runner.underWay()).extracting(Sum::id).containsExactly(id);
        goOn.countDown();
        await(id);
        assertThat(runner.underWay()).isEmpty();
        assertThat(runner.newest(Integer.MAX_VALUE, 10)).extracting(Sum::sum).containsExactly(3);
    }

    @Test
    void cancel_atWork_endsIt_queued_neverBegins() throws InterruptedException {
        body = this::waitUntilToldToGoOn;
        int atWork = submit().id();
        int queued = submit().id();
        begun.await();

        assertThat(runner.cancel(queued)).isTrue();
        assertThat(runner.byId(queued).orElseThrow().status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(runner.cancel(atWork)).isTrue();
        goOn.countDown();
        assertThat(await(atWork)).returns(JobStatus.CANCELLED, Sum::status).returns(null, Sum::error);
        assertThat(runner.cancel(atWork)).as("a second time").isFalse();
    }

    @Test
    void cancel_runsWhatStopsTheWork() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        body = job -> {
            job.onCancel(stopped::countDown);
            begun.countDown();
            stopped.await();
            return job.job();
        };
        int id = submit().id();
        begun.await();
        runner.cancel(id);

        assertThat(await(id).status()).isEqualTo(JobStatus.CANCELLED);
    }

    @Test
    void cancel_settled_isTooLate() throws InterruptedException {
        body = job -> {
            job.settle();
            return waitUntilToldToGoOn(job);
        };
        int id = submit().id();
        begun.await();

        assertThat(runner.cancel(id)).isFalse();
        goOn.countDown();
        assertThat(await(id).status()).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void end_isShownOnlyAfterWhatFollowsFromIt() {
        seenWhileEnding = () -> runner.current().map(Sum::status).equals(Optional.of(JobStatus.RUNNING));

        assertThat(await(submit().id()).status()).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void end_thatCannotBeStored_isShown_andStoredOnceThereIsRoom() {
        store.full = true;
        body = job -> {
            throw new JobFailedException(Sentence.plain("No."));
        };
        int id = submit().id();

        assertThat(await(id).error()).isEqualTo("No.");
        assertThat(store.byId(id).orElseThrow().status()).isEqualTo(JobStatus.RUNNING);
        assertThat(runner.underWay()).isEmpty();
        store.full = false;
        Eventually.until(() -> store.byId(id).orElseThrow().status() == JobStatus.FAILED);
    }

    @Test
    void end_failsUnforeseen_theJobIsFailed_insteadOfRunningForEver() {
        store.errorsAtTheEnd.set(1);
        int id = submit().id();

        assertThat(await(id))
                .returns(JobStatus.FAILED, Sum::status)
                .returns(JobPhrase.UNEXPECTED.english(), Sum::error);
        assertThat(await(submit().id()).status()).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void storedAsUnderWay_butNobodyWorksOnIt_isFailed() {
        int id = store.create().id();
        store.start(id);

        assertThat(await(id))
                .returns(JobStatus.FAILED, Sum::status)
                .returns(JobPhrase.UNEXPECTED.english(), Sum::error);
    }

    @Test
    void queuedMomentsAgo_isLeftAlone_evenIfItHasNotBeenSubmitted() {
        int arriving = store.create().id();
        int running = store.create().id();
        store.start(running);
        await(running);

        assertThat(store.byId(arriving).orElseThrow().status()).isEqualTo(JobStatus.QUEUED);
    }

    @Test
    void stop_atWork_leavesItForTheNextStart() throws InterruptedException {
        body = job -> {
            begun.countDown();
            while (true) {
                job.endIfCancelled();
                LockSupport.parkNanos(1_000_000);
            }
        };
        int id = submit().id();
        begun.await();
        runner.stop();

        assertThat(store.byId(id).orElseThrow().status()).isEqualTo(JobStatus.RUNNING);
    }
}
