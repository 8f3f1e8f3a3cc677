package org.segue.training.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;

/** Starts DJL's PyTorch engine the way Segue wants it: silent, offline, an operation a thread. */
final class TrainingEngine {

    private TrainingEngine() {}

    /**
     * Starts the engine if it does not run yet, and makes the calling thread one that trains.
     *
     * @param seed where the engine's random numbers start
     */
    static NDManager start(long seed) {
        // The engine's initializer calls out otherwise, and would fetch libraries that it misses.
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("DJL_OFFLINE", "true");
        // Operations are small: threads share the blocks of a table, not an operation.
        System.setProperty("ai.djl.pytorch.num_threads", "1");
        Engine engine = Engine.getInstance();
        // Threads record operations unless told not to (all but the one that started the engine): here only a gradient
        // collector shall.
        JniUtils.setGradMode(false);
        engine.setRandomSeed((int) (seed ^ (seed >>> 32)));
        return NDManager.newBaseManager(Device.cpu());
    }
}
