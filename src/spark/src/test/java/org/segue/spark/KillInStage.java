package org.segue.spark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/** Does something once, at the first task of a round's map or reduce stage. */
final class KillInStage extends SparkListener {

    private final String round;
    private final boolean inMap;
    private final Runnable kill;
    private final AtomicBoolean isDone = new AtomicBoolean();
    private final Map<Integer, Boolean> stages = new ConcurrentHashMap<>();

    /**
     * Waits for a stage.
     *
     * @param round how the description of the round's jobs begins
     * @param inMap in the stage whose tasks write a shuffle, else in the one that ends the round
     */
    KillInStage(String round, boolean inMap, Runnable kill) {
        this.round = round;
        this.inMap = inMap;
        this.kill = kill;
    }

    boolean isDone() {
        return isDone.get();
    }

    @Override
    public void onStageSubmitted(SparkListenerStageSubmitted submitted) {
        String description =
                submitted.properties() == null ? "" : submitted.properties().getProperty("spark.job.description", "");
        boolean isMap = submitted.stageInfo().shuffleDepId().isDefined();
        // The last stage of a round has more tasks than the one of the sums of rows.
        boolean isWanted = inMap ? isMap : !isMap && submitted.stageInfo().numTasks() > 1;
        if (description.startsWith(round) && isWanted) {
            stages.put(submitted.stageInfo().stageId(), true);
        }
    }

    @Override
    public void onTaskStart(SparkListenerTaskStart started) {
        if (stages.containsKey(started.stageId()) && isDone.compareAndSet(false, true)) {
            kill.run();
        }
    }

    @Override
    public void onJobStart(SparkListenerJobStart started) {
        // Stages tell all that is asked for here.
    }
}
