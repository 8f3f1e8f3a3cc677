package org.segue.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Brings files in: each is looked at first, and imported if that is wanted. For one thread. */
final class SetupFiles {

    private static final String HOME = "~/";
    private static final int SHOWN_ROWS = 3;

    private final Terminal terminal;
    private final ServiceClient service;
    private final SetupJobs jobs;

    SetupFiles(Terminal terminal, ServiceClient service, SetupJobs jobs) {
        this.terminal = terminal;
        this.service = service;
        this.jobs = jobs;
    }

    /**
     * Asks for files of a listener until there are no more.
     *
     * @return what the listener is called here: another name if the files are of somebody who is here already
     */
    String importFor(String name) {
        String listener = name;
        Path file = askFile("Exported history of %s: (a file; Enter for none)".formatted(name));
        while (file != null) {
            listener = importFile(file, listener);
            file = askFile("Another file of %s: (Enter for none)".formatted(listener));
        }
        return listener;
    }

    /** A file that is there, null for none. */
    @Nullable
    Path askFile(String question) {
        while (true) {
            String typed = terminal.ask(question);
            if (typed.isEmpty()) {
                return null;
            }
            try {
                Path file =
                        Path.of(typed.startsWith(HOME) ? System.getProperty("user.home") + typed.substring(1) : typed);
                if (Files.isRegularFile(file) && Files.isReadable(file)) {
                    return file;
                }
                terminal.say(
                        Files.isDirectory(file)
                                ? "%s is a folder. Name a file; a zip may hold several.".formatted(typed)
                                : "There is no file %s that can be read.".formatted(typed));
            } catch (InvalidPathException e) {
                terminal.say("%s is no name of a file.".formatted(typed));
            }
        }
    }

    /**
     * What the service makes of a file, null if it can make nothing of it, which is said.
     *
     * @param query of the preview, empty or {@code ?…}
     */
    @Nullable
    JsonNode preview(Path file, String query) {
        try {
            JsonNode preview = service.upload("api/imports/preview" + query, file);
            tell(preview);
            return preview;
        } catch (SetupException e) {
            terminal.say(String.valueOf(e.getMessage()));
            return null;
        } catch (IOException e) {
            terminal.say("%s cannot be read: %s.".formatted(file, e.getMessage()));
            return null;
        }
    }

    private void tell(JsonNode preview) {
        terminal.say("  %s: %s".formatted(preview.path("format").asText(), plays(preview)));
        if (!preview.path("from").isNull()) {
            terminal.say("  from %s to %s".formatted(day(preview, "from"), day(preview, "to")));
        }
        int shown = 0;
        for (JsonNode row : preview.path("first")) {
            if (shown++ < SHOWN_ROWS) {
                terminal.say("  %s – %s".formatted(text(row, "title"), text(row, "artist")));
            }
        }
        preview.path("skipped")
                .properties()
                .forEach(left -> terminal.say(
                        "  left out: %,d × %s".formatted(left.getValue().asLong(), left.getKey())));
        JsonNode bad = preview.path("badRows");
        if (bad.path("count").asLong() > 0) {
            JsonNode first = bad.path("first").path(0);
            terminal.say("  %s cannot be used; the first, in line %d: %s"
                    .formatted(
                            SetupSteps.count(bad.path("count").asLong(), "row"),
                            first.path("line").asLong(),
                            first.path("reason").asText()));
        }
        preview.path("notes").forEach(note -> terminal.say("  " + note.asText()));
    }

    private static String text(JsonNode row, String field) {
        return row.path(field).isNull() ? "unknown" : row.path(field).asText();
    }

    private static String day(JsonNode preview, String field) {
        return preview.path(field).asText().replaceFirst("T.*", "");
    }

    private static String plays(JsonNode preview) {
        long plays = preview.path("listens").asLong() + preview.path("skips").asLong();
        long counts = preview.path("interactions").asLong();
        return counts == 0 || plays > 0
                ? SetupSteps.count(plays, "play")
                : SetupSteps.count(counts, "song") + " with counts or ratings";
    }

    private String importFile(Path file, String name) {
        JsonNode preview = preview(file, "");
        if (preview == null) {
            return name;
        }
        String listener = listener(preview, name);
        if (terminal.askWhether("Import %s for %s?".formatted(plays(preview), listener), true)) {
            bringIn(preview, listener);
        }
        return listener;
    }

    // The files may call somebody by another name who is here already.
    private String listener(JsonNode preview, String name) {
        JsonNode same = preview.path("listener");
        boolean isOther = same.isObject() && !same.path("name").asText().equalsIgnoreCase(name);
        return isOther
                        && terminal.askWhether(
                                "The file names %s. %s"
                                        .formatted(
                                                same.path("named").asText(),
                                                same.path("question").asText()),
                                false)
                ? same.path("user").asText()
                : name;
    }

    private void bringIn(JsonNode preview, String listener) {
        boolean isOfSeveral = preview.path("users").asLong() > 1;
        if (isOfSeveral) {
            terminal.say("The file names %s: each keeps the own plays."
                    .formatted(SetupSteps.count(preview.path("users").asLong(), "listener")));
        }
        String query = "?upload=" + ServiceClient.encoded(preview.path("upload").asText())
                + (isOfSeveral ? "" : "&user=" + ServiceClient.encoded(listener));
        try {
            JsonNode done = jobs.follow("api/imports", service.post("api/imports" + query));
            if (SetupJobs.isCompleted(done)) {
                terminal.say("  %s added, %,d were here already."
                        .formatted(
                                SetupSteps.count(
                                        done.path("listensAdded").asLong()
                                                + done.path("interactionsAdded").asLong(),
                                        "play"),
                                done.path("duplicates").asLong()));
            }
        } catch (SetupException e) {
            terminal.say(String.valueOf(e.getMessage()));
        }
    }
}
