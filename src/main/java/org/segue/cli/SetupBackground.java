package org.segue.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What Segue will learn from beside the house: chosen with sizes, times and licence said first. For one thread. */
final class SetupBackground {

    private static final int MIRROR = 1;
    private static final int DATA_SET = 2;
    private static final int SONG_MODEL = 3;
    private static final int LISTENER = 4;

    private static final double MEGA = 1e6;

    private final Terminal terminal;
    private final ServiceClient service;
    private final SetupJobs jobs;
    private final SetupFiles files;
    private final SetupSongModel songModel;

    SetupBackground(Terminal terminal, ServiceClient service, SetupJobs jobs, SetupFiles files) {
        this.terminal = terminal;
        this.service = service;
        this.jobs = jobs;
        this.files = files;
        this.songModel = new SetupSongModel(terminal, service, jobs, files);
    }

    /**
     * Asks what to learn from, and gets it.
     *
     * @return whether another listener is wanted
     */
    boolean ask() {
        terminal.say("New songs come from other people’s listening: the more of it, the better the songs.");
        JsonNode offer = service.get("api/backgrounds/offers");
        int choice = terminal.choose(
                "What shall Segue learn from?",
                List.of(
                        "ListenBrainz’s public listens: " + words(offer),
                        "A data set of your own",
                        "A song model, from a file or an address",
                        "Another listener of the house",
                        "Nothing more now"));
        switch (choice) {
            case MIRROR -> fetch(offer);
            case DATA_SET -> take();
            case SONG_MODEL -> songModel.ask();
            default -> {
                return choice == LISTENER;
            }
        }
        return false;
    }

    private static String words(JsonNode offer) {
        if (!offer.path("problem").isNull()) {
            return "cannot be had now. " + offer.path("problem").asText();
        }
        return "%d dumps, %s to load, then about %d min to read; %s of the disk meanwhile (%s are free); up to %,d listeners; licence %s"
                .formatted(
                        offer.path("dumps").size(),
                        megabytes(offer, "bytes"),
                        1 + offer.path("secondsToRead").asLong() / 60,
                        megabytes(offer, "neededBytes"),
                        megabytes(offer, "freeBytes"),
                        offer.path("users").asInt(),
                        offer.path("licence").asText());
    }

    private static String megabytes(JsonNode offer, String field) {
        return "%,.0f MB".formatted(Math.ceil(offer.path(field).asLong() / MEGA));
    }

    private void fetch(JsonNode offer) {
        if (!offer.path("problem").isNull()) {
            terminal.say(offer.path("problem").asText());
            return;
        }
        if (terminal.askWhether("Load %s now?".formatted(megabytes(offer, "bytes")), true)) {
            follow(Map.of("kind", "listenbrainz"));
        }
    }

    private void take() {
        Path file = files.askFile("Data set: (a file; Enter for none)");
        JsonNode preview = file == null ? null : files.preview(file, "?population=true");
        if (preview != null
                && terminal.askWhether(
                        "Learn from %s in it?"
                                .formatted(
                                        SetupSteps.count(preview.path("users").asLong(), "listener")),
                        true)) {
            follow(Map.of("kind", "import", "upload", preview.path("upload").asText()));
        }
    }

    private void follow(Map<String, String> wanted) {
        try {
            JsonNode done = jobs.follow("api/backgrounds", service.post("api/backgrounds", wanted));
            if (SetupJobs.isCompleted(done)) {
                terminal.say("%s are in the background now."
                        .formatted(SetupSteps.count(done.path("listeners").asLong(), "listener")));
            }
        } catch (SetupException e) {
            terminal.say(String.valueOf(e.getMessage()));
        }
    }
}
