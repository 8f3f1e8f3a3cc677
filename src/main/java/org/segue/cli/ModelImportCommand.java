package org.segue.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.segue.model.SongModelMemory;
import org.segue.songmodel.SongModelManifest;
import org.segue.songmodel.SongModelReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code segue model import}: sends a song model to a running service. Exit code 0; 1 if it is refused, 2 if an argument is wrong. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Brings a song model into a running Segue. It answers at once if no other model does.")
public final class ModelImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The song model")
    private Path file = Path.of("");

    @Option(
            names = "--songs",
            paramLabel = "N",
            description = "The most songs to take: those you own or have heard, then the most popular (as many as fit)")
    private @Nullable Integer songs;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://localhost:5000",
            description = "Where Segue runs (${DEFAULT-VALUE})")
    private String url = "";

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${SEGUE_TOKEN}",
            description = "The administrator's token (that of SEGUE_TOKEN)")
    private @Nullable String token;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec command = Objects.requireNonNull(spec, "set by the command line");
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        try {
            return CommandWork.exitCode(() -> send(out), err);
        } catch (SetupException e) {
            err.println(e.getMessage());
        } catch (ServiceClient.RefusedException e) {
            err.println("The token is not valid: give the administrator's with --token.");
        }
        return CommandWork.FAILED;
    }

    private void send(PrintWriter out) throws IOException {
        SongModelManifest manifest = SongModelReader.manifest(file);
        int wanted = songs == null
                ? manifest.size().songs()
                : Math.min(songs, manifest.size().songs());
        out.printf("%s.%n", SongModelMemory.inWords(wanted, manifest.size().dimension()));
        out.flush();
        JsonNode taken = new ServiceClient(url, token == null ? "" : token)
                .upload("api/models" + (songs == null ? "" : "?songs=" + songs), file);
        out.printf(
                "Model %s: %,d songs. %s%n",
                taken.path("version").asText(),
                taken.path("manifest").path("songs").asInt(),
                taken.path("manifest").path("activation").path("reason").asText());
        out.flush();
    }
}
