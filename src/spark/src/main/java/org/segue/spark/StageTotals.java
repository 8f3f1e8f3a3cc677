package org.segue.spark;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.jspecify.annotations.Nullable;

/** What Spark's own metrics of tasks add up to, since the last time that was asked. For any thread. */
final class StageTotals extends SparkListener {

    private final AtomicLong processorNanos = new AtomicLong();
    private final AtomicLong shuffled = new AtomicLong();
    private final AtomicLong spilled = new AtomicLong();
    private final AtomicLong tasks = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong executorsLost = new AtomicLong();

    /**
     * Totals.
     *
     * @param processorNanos processor time of tasks
     * @param shuffledBytes written for other tasks
     * @param spilledBytes what did not fit into memory
     * @param tasks how many ended
     * @param failed how many of them failed
     * @param executorsLost how many executors are gone
     */
    record Taken(
            long processorNanos, long shuffledBytes, long spilledBytes, long tasks, long failed, long executorsLost) {

        /** For people, in one line. */
        String inWords() {
            String usual = String.format(
                    Locale.ROOT,
                    "%.1f s of processor time, %.1f MB shuffled, %d tasks",
                    processorNanos / 1e9,
                    shuffledBytes / 1e6,
                    tasks);
            return usual
                    + more("failed", failed)
                    + more("executors lost", executorsLost)
                    + more("MB spilled", spilledBytes / 1_000_000);
        }

        private static String more(String what, long count) {
            return count == 0 ? "" : ", " + count + " " + what;
        }
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        tasks.incrementAndGet();
        if (!end.taskInfo().successful()) {
            failed.incrementAndGet();
        }
        @Nullable TaskMetrics metrics = end.taskMetrics();
        if (metrics != null) {
            processorNanos.addAndGet(metrics.executorCpuTime());
            shuffled.addAndGet(metrics.shuffleWriteMetrics().bytesWritten());
            spilled.addAndGet(metrics.diskBytesSpilled());
        }
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
        executorsLost.incrementAndGet();
    }

    /** The totals, which begin anew. */
    Taken take() {
        return new Taken(
                processorNanos.getAndSet(0),
                shuffled.getAndSet(0),
                spilled.getAndSet(0),
                tasks.getAndSet(0),
                failed.getAndSet(0),
                executorsLost.getAndSet(0));
    }
}
