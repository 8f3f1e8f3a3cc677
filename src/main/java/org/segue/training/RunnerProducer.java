package org.segue.training;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Chooses where trainings run. */
final class RunnerProducer {

    RunnerProducer() {}

    @Produces
    @Singleton
    TrainingRunner runner(TrainingConfig config) {
        return switch (config.worker()) {
            case PROCESS -> new WorkerProcess(config.engineDir(), config.patience());
            case IN_PROCESS -> new InProcessRunner();
        };
    }
}
