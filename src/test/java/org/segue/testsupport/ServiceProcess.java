package org.segue.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/**
 * The packaged application, run as people run it: a process of its own on a port that the system chooses. It ends with
 * the test, and with the virtual machine of the tests, whatever happens in them.
 *
 * <p>{@code -Dtested.executable=FILE} runs the native executable in place of the jar, or a script that does.
 */
public final class ServiceProcess implements AutoCloseable {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Path ENGINE = Path.of("target", "engine").toAbsolutePath();
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:(\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Services of tests, and their workers, end before the optimising compiler would have paid for itself. */
    private static final Map<String, String> SHORT_LIVED = Soak.isOn()
            ? Map.of()
            : Map.of("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData");

    private final Path dataFolder;
    private final Path log;
    private final Process process;
    private final Thread endWithTests;

    private ServiceProcess(Path dataFolder, Path log, Process process) {
        this.dataFolder = dataFolder;
        this.log = log;
        this.process = process;
        this.endWithTests = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(endWithTests);
    }

    /** An empty folder {@code target/it/NAME}; what an earlier run left there is deleted. */
    public static Path freshFolder(String name) throws IOException {
        Path folder = Path.of("target", "it", name).toAbsolutePath();
        if (Files.exists(folder)) {
            try (var inside = Files.walk(folder)) {
                inside.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
        return Files.createDirectories(folder);
    }

    /**
     * Launches the program and returns at once.
     *
     * @param folder holds the data, in {@code data}, and the logs
     * @param demo whether an empty database gets the demo data
     */
    public static ServiceProcess launch(Path folder, boolean demo) throws IOException {
        return launch(folder, demo, Map.of(), List.of());
    }

    /**
     * Launches the program and returns at once.
     *
     * @param environment further variables
     * @param properties further properties, as {@code name=value}
     */
    public static ServiceProcess launch(
            Path folder, boolean demo, Map<String, String> environment, List<String> properties) throws IOException {
        Path data = folder.resolve("data");
        Path log = Files.createTempFile(folder, "service-", ".log");
        String executable = System.getProperty("tested.executable");
        List<String> command = new ArrayList<>(executable == null ? java() : List.of(executable));
        command.addAll(List.of(
                "-Dsegue.data-dir=" + data,
                "-Dsegue.demo=" + demo,
                "-Dsegue.access.admin-token=" + AdministratorHeader.TOKEN,
                "-Dsegue.training.engine-dir=" + ENGINE,
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=0"));
        properties.forEach(property -> command.add("-D" + property));
        if (executable == null) {
            command.addAll(List.of("-jar", JAR.toString()));
        }
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(SHORT_LIVED);
        builder.environment().put("SEGUE_BACKGROUND_URL", "http://127.0.0.1:9/");
        builder.environment().putAll(environment);
        Process process = builder.start();
        return new ServiceProcess(data, log, process);
    }

    private static List<String> java() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Runtime.version().feature() < 22 ? List.of(java) : List.of(java, "--enable-native-access=ALL-UNNAMED");
    }

    /** The packaged program with other arguments than none, to be started. */
    public static ProcessBuilder program(List<String> arguments) {
        List<String> command = new ArrayList<>(java());
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(SHORT_LIVED);
        return builder;
    }

    /** Launches the program and waits until it can be asked. */
    public static ServiceProcess start(Path folder, boolean demo) throws IOException {
        return started(launch(folder, demo));
    }

    /** Launches the program with further settings and waits until it can be asked. */
    public static ServiceProcess start(Path folder, Map<String, String> environment, List<String> properties)
            throws IOException {
        return started(launch(folder, false, environment, properties));
    }

    private static ServiceProcess started(ServiceProcess service) {
        try {
            service.awaitReady();
            return service;
        } catch (TerminalFailureException | ConditionTimeoutException e) {
            service.close();
            throw e;
        }
    }

    /** A client of it; it must be ready. */
    public ServiceClient client() {
        Matcher listening = LISTENING.matcher(log());
        if (!listening.find()) {
            throw new IllegalStateException("the service does not listen; its log:\n" + log());
        }
        return new ServiceClient(Integer.parseInt(listening.group(1)));
    }

    /** All it has printed. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its number in the system. */
    public long pid() {
        return process.pid();
    }

    /** Memory that it has in use now, resident set size in bytes; 0 where the system does not tell. */
    public long memory() throws IOException {
        Path status = Path.of("/proc", String.valueOf(pid()), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) * 1024)
                .findFirst()
                .orElse(0);
    }

    /** The processes that work on jobs of its data folder, its own children or orphans; none of them after their end. */
    public List<ProcessHandle> workers() {
        String jobs = dataFolder.resolve("jobs").toString();
        return ProcessHandle.allProcesses()
                .filter(handle -> Arrays.stream(handle.info().arguments().orElse(new String[0]))
                        .anyMatch(argument -> argument.startsWith(jobs)))
                .toList();
    }

    /** Ends it in the middle of whatever it does, as {@code kill -9} does; its workers are left to themselves. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** Asks it to end, as {@code kill} does, and waits; answers with the exit code. */
    public int stop() {
        process.destroy();
        return awaitExit();
    }

    /** Waits for its end; answers with the exit code. */
    public int awaitExit() {
        try {
            return process.onExit()
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join()
                    .exitValue();
        } catch (CompletionException e) {
            throw new IllegalStateException("the service does not end; its log:\n" + log(), e);
        }
    }

    @Override
    public void close() {
        workers().forEach(ProcessHandle::destroyForcibly);
        kill();
        Runtime.getRuntime().removeShutdownHook(endWithTests);
    }

    private void awaitReady() {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(PAUSE)
                .pollInterval(PAUSE)
                .failFast(
                        "the service does not start",
                        () -> assertThat(process.isAlive()).as(log()).isTrue())
                .until(() -> LISTENING.matcher(log()).find() && client().isReady());
    }
}
