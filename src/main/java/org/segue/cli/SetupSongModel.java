package org.segue.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.segue.model.SongModelMemory;
import org.segue.songmodel.SongModelManifest;
import org.segue.songmodel.SongModelReader;

/** Learning from a song model: what it is and its licence are said first. For one thread. */
final class SetupSongModel {

    private static final String JOBS = "api/backgrounds";

    private final Terminal terminal;
    private final ServiceClient service;
    private final SetupJobs jobs;
    private final SetupFiles files;

    SetupSongModel(Terminal terminal, ServiceClient service, SetupJobs jobs, SetupFiles files) {
        this.terminal = terminal;
        this.service = service;
        this.jobs = jobs;
        this.files = files;
    }

    /** Asks for one, and has the service use it. */
    void ask() {
        String address = terminal.ask("Address of the song model: (https://…; Enter for a file)");
        try {
            if (address.isEmpty()) {
                send(files.askFile("Song model: (a file; Enter for none)"));
            } else {
                fetch(address);
            }
        } catch (SetupException | IOException e) {
            terminal.say(String.valueOf(e.getMessage()));
        }
    }

    private void send(@Nullable Path file) throws IOException {
        if (file == null) {
            return;
        }
        SongModelManifest its = SongModelReader.manifest(file);
        SongModelManifest.Source source = its.origin().source();
        tell(
                Stream.of(source.name(), source.period(), source.url()),
                its.size().songs(),
                its.listeners().users(),
                its.origin().license());
        terminal.say(SongModelMemory.inWords(its.size().songs(), its.size().dimension()) + ".");
        if (terminal.askWhether("Use it?", true)) {
            follow(service.upload(JOBS + "?kind=songModel", file));
        }
    }

    private void fetch(String address) {
        JsonNode offer = service.get(JOBS + "/offers/song-model?url=" + ServiceClient.encoded(address));
        JsonNode source = offer.path("source");
        tell(
                Stream.of("name", "period", "url")
                        .map(field -> source.path(field).textValue()),
                offer.path("songs").asInt(),
                offer.path("listeners").asLong(),
                offer.path("license").textValue());
        terminal.say(offer.path("memory").asText());
        if (terminal.askWhether("Load and use it?", true)) {
            Map<String, String> wanted = new LinkedHashMap<>();
            wanted.put("kind", "songModel");
            wanted.put("url", address);
            String sum = terminal.ask("Its SHA-256: (Enter to compare nothing)");
            if (!sum.isEmpty()) {
                wanted.put("sha256", sum);
            }
            follow(service.post(JOBS, wanted));
        }
    }

    private void tell(Stream<@Nullable String> source, int songs, long listeners, @Nullable String license) {
        String from = source.filter(Objects::nonNull).collect(Collectors.joining(", "));
        terminal.say("%s, learned from %s%s; licence %s."
                .formatted(
                        SetupSteps.count(songs, "song"),
                        SetupSteps.count(listeners, "listener"),
                        from.isEmpty() ? "" : " (" + from + ")",
                        license == null ? "not stated" : license));
    }

    private void follow(JsonNode begun) {
        if (SetupJobs.isCompleted(jobs.follow(JOBS, begun))) {
            terminal.say("Segue recommends from the song model unless another model answers.");
        }
    }
}
