package org.segue.library.push;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import org.segue.storage.Guarded;

/** Sends lists soon after they were made, songs were synced, or a server was away. */
@Singleton
class PushSchedule {

    private final ListPushService service;

    PushSchedule(ListPushService service) {
        this.service = service;
    }

    @Scheduled(identity = "push", every = "5m", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
    void lookAgain() {
        Guarded.run("Lists could not be sent to libraries; the next turn tries again", service::pushChanges);
    }
}
