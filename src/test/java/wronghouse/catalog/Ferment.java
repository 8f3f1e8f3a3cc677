package wronghouse.catalog;

import io.quarkus.scheduler.Scheduled;

/** Makes a thread of its own, and lets a schedule run what nobody guards. */
class Ferment {

    private final Thread yeast;

    Ferment() {
        yeast = new Thread(this::bubble);
    }

    @Scheduled(every = "1m")
    void bubble() {
        yeast.interrupt();
    }
}
