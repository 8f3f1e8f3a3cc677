package org.segue.cli;

import java.io.Console;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code segue setup}: asks who listens here, brings files in, and chooses what to learn from, over the API of the running service.
 * Questions go to standard output, answers come from standard input, a line each. Exit code 0; 1 if it cannot go on, 2 if an argument is
 * wrong.
 */
@Command(
        name = "setup",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Asks who listens here, imports files, chooses what to learn from and trains, over the API of a running"
                        + " Segue. Each step can be left out and taken up again.")
public final class SetupCommand implements Callable<Integer> {

    private static final String HERE = "http://localhost:5000";
    private static final int TRIES = 3;

    @Option(names = "--url", paramLabel = "URL", description = "Where Segue runs (asked; default: " + HERE + ")")
    private @Nullable String url;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${SEGUE_TOKEN}",
            description = "The administrator's token (asked; default: the environment variable SEGUE_TOKEN)")
    private @Nullable String token;

    @Spec
    private @Nullable CommandSpec spec;

    private final Reader answers;
    private final @Nullable Console console;

    /** A setup with the answers of standard input. */
    public SetupCommand() {
        this(new InputStreamReader(System.in, Charset.defaultCharset()), System.console());
    }

    /**
     * A setup.
     *
     * @param answers a line each
     * @param console what can read a secret without showing it, null if nothing can
     */
    SetupCommand(Reader answers, @Nullable Console console) {
        this.answers = answers;
        this.console = console;
    }

    @Override
    public Integer call() {
        picocli.CommandLine commandLine =
                Objects.requireNonNull(spec, "set by the command line").commandLine();
        Terminal terminal = new Terminal(answers, commandLine.getOut(), console);
        try {
            new SetupSteps(terminal, connected(terminal)).run();
            return CommandWork.DONE;
        } catch (SetupException e) {
            commandLine.getErr().println(e.getMessage());
        } catch (ServiceClient.RefusedException e) {
            commandLine.getErr().println("The token is no longer valid. Run segue setup again with another one.");
        }
        return CommandWork.FAILED;
    }

    private ServiceClient connected(Terminal terminal) {
        String address = url == null ? terminal.ask("Where does Segue run? [%s]".formatted(HERE)) : url;
        String given = token == null || token.startsWith("${") ? "" : token;
        for (int k = 0; k < TRIES; k++) {
            String secret = given.isEmpty()
                    ? terminal.askSecret("Administrator’s token (the first start has shown it in its log):")
                    : given;
            try {
                ServiceClient client = new ServiceClient(address.isEmpty() ? HERE : address, secret);
                client.get("api/tokens");
                return client;
            } catch (ServiceClient.RefusedException e) {
                terminal.say("Segue does not take this token: it must be the administrator’s.");
                given = "";
            }
        }
        throw new SetupException("Segue refused %d tokens. Its log names the right one.".formatted(TRIES));
    }
}
