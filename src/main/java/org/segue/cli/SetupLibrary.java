package org.segue.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Connects the music server of a listener: which one it is, the account there, and the first sync. For one thread. */
final class SetupLibrary {

    private static final String LIBRARIES = "api/libraries";
    private static final int TRIES = 3;
    private static final int SUBSONIC = 1;

    private final Terminal terminal;
    private final ServiceClient service;
    private final SetupJobs jobs;

    SetupLibrary(Terminal terminal, ServiceClient service, SetupJobs jobs) {
        this.terminal = terminal;
        this.service = service;
        this.jobs = jobs;
    }

    /** Asks whether a server has a listener's music, and connects it. */
    void askFor(String listener) {
        if (!terminal.askWhether(
                "Is there a music server (Navidrome, Jellyfin, …) with an account of %s?".formatted(listener), false)) {
            return;
        }
        JsonNode known = known();
        JsonNode library = known == null ? connect() : known;
        if (library == null || !signIn(library, listener)) {
            if (known == null && library != null) {
                service.delete(address(library));
            }
            terminal.say("The server was left out. Connect it later on the page /library.");
            return;
        }
        sync(library);
    }

    private @Nullable JsonNode known() {
        List<JsonNode> known = new ArrayList<>();
        service.get(LIBRARIES).path("items").forEach(known::add);
        if (known.isEmpty()) {
            return null;
        }
        List<String> names = new ArrayList<>(
                known.stream().map(one -> one.path("name").asText()).toList());
        names.add("Another server");
        int choice = terminal.choose("Which server?", names);
        return choice > known.size() ? null : known.get(choice - 1);
    }

    private @Nullable JsonNode connect() {
        int kind = terminal.choose(
                "What kind of server is it?",
                List.of("Navidrome, gonic, LMS, Airsonic or another Subsonic server", "Jellyfin"));
        for (int k = 0; k < TRIES; k++) {
            String url = terminal.ask("Its address, as Segue reaches it (http://…; Enter for none):");
            if (url.isEmpty()) {
                return null;
            }
            try {
                String address = url.contains("://") ? url : "http://" + url;
                return service.post(
                        LIBRARIES,
                        Map.of(
                                "kind",
                                kind == SUBSONIC ? "subsonic" : "jellyfin",
                                "name",
                                name(address),
                                "url",
                                address));
            } catch (SetupException e) {
                terminal.say(String.valueOf(e.getMessage()));
            }
        }
        return null;
    }

    // What it calls itself is known only once somebody has signed in.
    private static String name(String address) {
        try {
            String host = URI.create(address).getHost();
            return host == null ? address : host;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    private boolean signIn(JsonNode library, String listener) {
        String user = terminal.ask("User name there: (Enter if you have an API key)");
        for (int k = 0; k < TRIES; k++) {
            String secret = terminal.askSecret(user.isEmpty() ? "API key:" : "Password:");
            boolean counts = terminal.askWhether("Take over its play counts, too?", false);
            Map<String, Object> login = new LinkedHashMap<>();
            login.put("listener", listener);
            if (!user.isEmpty()) {
                login.put("user", user);
            }
            login.put(user.isEmpty() ? "apiKey" : "password", secret);
            login.put("taste", Map.of("stars", true, "ratings", true, "counts", counts));
            try {
                service.post(address(library) + "/logins", login);
                return true;
            } catch (SetupException e) {
                terminal.say(String.valueOf(e.getMessage()));
            }
        }
        return false;
    }

    private static String address(JsonNode library) {
        return LIBRARIES + "/" + library.path("id").asInt();
    }

    private void sync(JsonNode library) {
        String path = address(library);
        try {
            JsonNode done = jobs.follow(path + "/syncs", service.post(path + "/sync", Map.of()));
            if (SetupJobs.isCompleted(done)) {
                terminal.say("  %s on the server."
                        .formatted(SetupSteps.count(done.path("songs").asLong(), "song")));
            }
        } catch (SetupException e) {
            terminal.say(String.valueOf(e.getMessage()));
        }
    }
}
