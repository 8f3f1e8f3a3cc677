package org.segue.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Jobs of the service, followed to their end. For one thread. */
final class SetupJobs {

    private static final long BETWEEN_LOOKS_MS = 500;

    /** A line each tenth. */
    private static final int STEP_PERCENT = 10;

    private static final Set<String> ENDED = Set.of("completed", "failed", "cancelled", "undone");

    private final Terminal terminal;
    private final ServiceClient service;

    SetupJobs(Terminal terminal, ServiceClient service) {
        this.terminal = terminal;
        this.service = service;
    }

    /**
     * Says how a job goes on until it ends, and how it ended unless it was completed. It goes on without anybody who follows.
     *
     * @param path where jobs of its kind are
     * @return the job as it ended
     */
    JsonNode follow(String path, JsonNode begun) {
        String address = path + "/" + begun.path("id").asInt();
        JsonNode job = begun;
        int told = 0;
        while (!ENDED.contains(job.path("status").asText())) {
            int percent = (int) (100 * job.path("progress").asDouble());
            if (percent >= told + STEP_PERCENT) {
                told = percent - percent % STEP_PERCENT;
                terminal.say("  %d%%".formatted(told));
            }
            pause();
            job = service.get(address);
        }
        tellEnd(job);
        return job;
    }

    private void tellEnd(JsonNode job) {
        String error = job.path("error").asText("");
        if (!error.isEmpty() && !job.path("error").isNull()) {
            terminal.say(error);
        }
        String reason = job.path("reason").isNull() ? "" : job.path("reason").asText();
        if (!reason.isEmpty()) {
            terminal.say(reason);
        }
    }

    /** Whether a job did what it was for. */
    static boolean isCompleted(JsonNode job) {
        return job.path("status").asText().equals("completed");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SetupException("Interrupted. The job goes on in the service.");
        }
    }
}
