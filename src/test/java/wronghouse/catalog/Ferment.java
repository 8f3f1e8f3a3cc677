package wronghouse.catalog;

import io.quarkus.scheduler.Scheduled;
import java.security.SecureRandom;

/** Makes a thread of its own, lets a schedule run what nobody guards, and keeps chance where an image would keep it. */
class Ferment {

    static final SecureRandom CHANCE = new SecureRandom();

    private final Thread yeast;

    Ferment() {
        yeast = new Thread(this::bubble);
    }

    @Scheduled(every = "1m")
    void bubble() {
        yeast.interrupt();
    }
}
