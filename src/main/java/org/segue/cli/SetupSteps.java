package org.segue.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The questions of a setup, one step after the other; an empty answer leaves a step out. For one thread. */
final class SetupSteps {

    private static final int SONGS = 10;

    private final Terminal terminal;
    private final ServiceClient service;
    private final SetupFiles files;
    private final SetupLibrary library;
    private final SetupBackground background;
    private final Set<String> listeners = new LinkedHashSet<>();

    SetupSteps(Terminal terminal, ServiceClient service) {
        this.terminal = terminal;
        this.service = service;
        SetupJobs jobs = new SetupJobs(terminal, service);
        this.files = new SetupFiles(terminal, service, jobs);
        this.library = new SetupLibrary(terminal, service, jobs);
        this.background = new SetupBackground(terminal, service, jobs, files);
    }

    /** Asks all of them. */
    void run() {
        boolean hadDemo = tellStatus();
        askListeners();
        if (hadDemo) {
            askDemo();
        }
        while (background.ask()) {
            askListeners();
        }
        train();
        listeners.forEach(this::recommend);
        terminal.say("Done. Segue learns on from here; run segue setup again at any time.");
    }

    /** Says what is there already, and whether the demo is. */
    private boolean tellStatus() {
        JsonNode status = service.get("api/status");
        boolean hasDemo = status.path("demo").isObject();
        int madeUp = status.path("demo").path("listeners").asInt();
        terminal.say("Here are %s, %s and %s."
                .formatted(
                        count(status.path("users").asLong() - madeUp, "listener"),
                        count(status.path("population").asLong(), "background listener"),
                        count(status.path("songs").asLong(), "song")));
        if (hasDemo) {
            terminal.say("The demo is here too: %s.".formatted(count(madeUp, "made-up listener")));
        }
        return hasDemo;
    }

    /** A number of things, in words. */
    static String count(long number, String thing) {
        return number == 1 ? "1 " + thing : "%,d %ss".formatted(number, thing);
    }

    private void askListeners() {
        String question = "Who listens here? (a name; Enter to go on)";
        for (String name = terminal.ask(question); !name.isEmpty(); name = terminal.ask("Who else? (Enter to go on)")) {
            String listener = files.importFor(name);
            listeners.add(listener);
            library.askFor(listener);
            askPlayer(listener);
        }
    }

    private void askPlayer(String listener) {
        if (!terminal.askWhether("Will a player scrobble for %s?".formatted(listener), false)) {
            return;
        }
        JsonNode made = service.post("api/tokens", Map.of("user", listener, "name", "segue setup"));
        terminal.say("In the player, choose ListenBrainz, with Segue’s address and this token: %s"
                .formatted(made.path("token").asText()));
        terminal.say("It is shown this once.");
    }

    private void askDemo() {
        if (!listeners.isEmpty() && terminal.askWhether("Take the demo’s made-up listeners and songs out?", true)) {
            service.delete("api/demo");
            terminal.say("The demo is gone.");
        }
    }

    private void train() {
        JsonNode running = service.get("api/status").path("training");
        if (running.isObject()) {
            terminal.say("A training runs already.");
            new SetupJobs(terminal, service).follow("api/trainings", running);
            return;
        }
        if (service.get("api/status").path("songs").asLong() == 0) {
            terminal.say("There is nothing to train on yet.");
            return;
        }
        if (terminal.askWhether("Train now? It takes some minutes.", true)) {
            new SetupJobs(terminal, service).follow("api/trainings", service.post("api/trainings", Map.of()));
        }
    }

    private void recommend(String listener) {
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("user", listener);
        question.put("n", SONGS);
        JsonNode answer = service.post("recommend", question);
        JsonNode items = answer.path("items");
        terminal.say(items.isEmpty() ? "No new songs for %s yet.".formatted(listener) : "For %s:".formatted(listener));
        items.forEach(
                item -> terminal.say("  %2d  %s%s".formatted(item.path("rank").asInt(), song(item), because(item))));
        answer.path("warnings").forEach(warning -> terminal.say(warning.asText()));
        JsonNode again = answer.path("rediscover");
        if (!again.isEmpty()) {
            terminal.say("Not played for a while:");
            again.forEach(item -> terminal.say("      " + song(item)));
        }
    }

    private static String song(JsonNode item) {
        String artist = item.path("artist").asText();
        return item.path("title").asText() + (artist.isEmpty() ? "" : " – " + artist);
    }

    private static String because(JsonNode item) {
        List<String> titles = new ArrayList<>();
        item.path("reasons").forEach(reason -> {
            if (titles.size() < 2 && reason.path("contribution").asDouble() > 0) {
                titles.add(reason.path("title").asText());
            }
        });
        return titles.isEmpty() ? "" : " (because of " + String.join(" and ", titles) + ")";
    }
}
