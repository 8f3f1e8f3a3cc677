package org.segue.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures what the import of many dated listens costs, of one packaged Segue or of two in turns. Needs nothing but a
 * JDK:
 *
 * <pre>java src/benchmark/java/org/segue/benchmark/ImportBenchmark.java A/quarkus-app [B/quarkus-app] [--rows 1000000] [--rounds 1]
 *     [--format table|dump] [--scenario new|known] [--java "-Xmx512m"] [--work FOLDER]</pre>
 *
 * <p>The listens are those of 200 users, of 50,000 songs, some played more often than others, in a random order of
 * time; the same at every run. Each figure is of the second import of a process on a fresh data folder: the first, of
 * as many rows, has made the process warm. In the scenario {@code new} that was one of other users and other songs; in
 * {@code known} of the same ones at other times, so that only the listens are new. Measured are time and the processor
 * time of the process, from the request to the moment in which the job is completed.
 */
public final class ImportBenchmark {

    private static final String TOKEN = "administrator-of-the-benchmark";

    /** Nothing that is waited for takes longer, unless it hangs. */
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(30);

    private ImportBenchmark() {}

    /** Measures, and prints each figure, then medians. */
    public static void main(String... args) throws Exception {
        Options options = Options.of(args);
        Path folder = Files.createTempDirectory(options.work(), "segue-import-");
        try {
            List<Measured> all = new ArrayList<>();
            for (Format format : options.formats()) {
                all.addAll(measure(options, folder, format));
            }
            print(options, all);
        } finally {
            delete(folder);
        }
    }

    private static List<Measured> measure(Options options, Path folder, Format format) throws Exception {
        List<Measured> all = new ArrayList<>();
        Path measured = format.write(folder, "this", options.rows(), 1);
        for (Scenario scenario : options.scenarios()) {
            Path before = format.write(folder, scenario == Scenario.NEW ? "other" : "this", options.rows(), 2);
            for (int round = 1; round <= options.rounds(); round++) {
                for (Path application : options.applications()) {
                    Cost cost = measure(options, folder.resolve("service"), application, before, measured);
                    all.add(new Measured(application, format, scenario, cost));
                    System.out.printf(
                            Locale.ROOT,
                            "%s, %s, round %d, %s: %.2f s of processor time, %.2f s%n",
                            word(format),
                            word(scenario),
                            round,
                            application,
                            cost.cpu(),
                            cost.wall());
                }
            }
            Files.delete(before);
        }
        Files.delete(measured);
        return all;
    }

    private static Cost measure(Options options, Path folder, Path application, Path before, Path measured)
            throws Exception {
        Files.createDirectory(folder);
        try (Service service = new Service(application, folder, options.java())) {
            service.takeIn(before, options.rows());
            return service.takeIn(measured, options.rows());
        } finally {
            delete(folder);
        }
    }

    private static void print(Options options, List<Measured> all) {
        System.out.printf("%n%,d rows, %d rounds, medians, seconds%n", options.rows(), options.rounds());
        boolean isCompared = options.applications().size() > 1;
        System.out.println(
                isCompared
                        ? "format  scenario    A cpu   B cpu     B/A   A wall  B wall     B/A"
                        : "format  scenario      cpu    wall");
        for (Format format : options.formats()) {
            for (Scenario scenario : options.scenarios()) {
                System.out.printf("%-7s %-8s", word(format), word(scenario));
                List<Measured> these = all.stream()
                        .filter(one -> one.format() == format && one.scenario() == scenario)
                        .toList();
                print(options, these, Cost::cpu);
                print(options, these, Cost::wall);
                System.out.println();
            }
        }
    }

    private static void print(Options options, List<Measured> these, ToDoubleFunction<Cost> of) {
        double[] medians = options.applications().stream()
                .mapToDouble(application -> median(these.stream()
                        .filter(one -> one.application() == application)
                        .map(Measured::cost)
                        .mapToDouble(of)
                        .sorted()
                        .toArray()))
                .toArray();
        for (double median : medians) {
            System.out.printf(Locale.ROOT, "%8.2f", median);
        }
        if (medians.length > 1) {
            System.out.printf(Locale.ROOT, "%8.3f", medians[1] / medians[0]);
        }
    }

    private static double median(double... sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** What the house knows of the songs and users of the file that is measured. */
    private enum Scenario {
        NEW,
        KNOWN
    }

    /**
     * What an import cost.
     *
     * @param cpu processor time of the process, seconds
     * @param wall seconds
     */
    private record Cost(double cpu, double wall) {}

    private record Measured(Path application, Format format, Scenario scenario, Cost cost) {}

    /**
     * What the command line says.
     *
     * @param applications one or two folders of packaged applications
     * @param rows listens of a file
     * @param rounds how often everything is measured
     * @param java options of the services' virtual machines
     * @param work where there is room for files and data
     */
    private record Options(
            List<Path> applications,
            List<Format> formats,
            List<Scenario> scenarios,
            int rows,
            int rounds,
            List<String> java,
            Path work) {

        static Options of(String... args) {
            List<Path> applications = new ArrayList<>();
            List<Format> formats = List.of(Format.values());
            List<Scenario> scenarios = List.of(Scenario.values());
            int rows = 1_000_000;
            int rounds = 1;
            List<String> java = List.of("-Xmx512m");
            Path work = Path.of(System.getProperty("java.io.tmpdir"));
            for (int i = 0; i < args.length; i++) {
                switch (args[i]) {
                    case "--format" -> formats = List.of(Format.valueOf(args[++i].toUpperCase(Locale.ROOT)));
                    case "--scenario" -> scenarios = List.of(Scenario.valueOf(args[++i].toUpperCase(Locale.ROOT)));
                    case "--rows" -> rows = Integer.parseInt(args[++i]);
                    case "--rounds" -> rounds = Integer.parseInt(args[++i]);
                    case "--java" -> java = List.of(args[++i].split(" "));
                    case "--work" -> work = Path.of(args[++i]);
                    default -> applications.add(Path.of(args[i]).toAbsolutePath());
                }
            }
            if (applications.isEmpty()
                    || applications.size() > 2
                    || !applications.stream().allMatch(folder -> Files.exists(folder.resolve("quarkus-run.jar")))) {
                throw new IllegalArgumentException("expected one or two folders of quarkus-run.jar");
            }
            return new Options(applications, formats, scenarios, rows, rounds, java, work);
        }
    }

    /** How a file tells of listens. */
    private enum Format {
        /** With a header. */
        TABLE("user,artist,title,timestamp\n", "%1$s-u%2$d,%1$s artist %3$d,Song %4$d of %1$s,%5$d\n"),
        /** ListenBrainz's, a line of JSON each. */
        DUMP(
                "",
                "{\"user_id\":%2$d,\"user_name\":\"%1$s-u%2$d\",\"timestamp\":%5$d,"
                        + "\"track_metadata\":{\"track_name\":\"Song %4$d of %1$s\","
                        + "\"artist_name\":\"%1$s artist %3$d\",\"release_name\":\"\",\"additional_info\":{}},"
                        + "\"recording_msid\":\"00000000-0000-4000-8000-%6$012x\"}\n");

        private static final int USERS = 200;
        private static final int SONGS = 50_000;
        private static final int SONGS_PER_ARTIST = 10;
        private static final int FIRST_SECOND = 1_200_000_000;
        private static final int SECONDS = 400_000_000;

        private final String header;
        private final String row;

        Format(String header, String row) {
            this.header = header;
            this.row = row;
        }

        /**
         * Writes a file.
         *
         * @param world whose users and songs it has
         * @param seed decides who plays what when
         */
        Path write(Path folder, String world, int rows, long seed) throws IOException {
            Path file = Files.createTempFile(folder, "listens-", "." + word(this));
            SplittableRandom random = new SplittableRandom(seed);
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                out.write(header);
                for (int i = 0; i < rows; i++) {
                    // Each song once, the rest by a power law.
                    double place = random.nextDouble();
                    int song = i < SONGS ? i : (int) (SONGS * place * place * place);
                    int user = random.nextInt(USERS);
                    int time = FIRST_SECOND + random.nextInt(SECONDS);
                    out.write(row.formatted(world, user, song / SONGS_PER_ARTIST, song, time, world.hashCode() + song));
                }
            }
            return file;
        }
    }

    /** A packaged application in a process of its own, without data. */
    private static final class Service implements AutoCloseable {

        private static final Pattern END = Pattern.compile("\"status\":\"(completed|failed|cancelled)\"");

        private final Process process;
        private final Path log;
        private final String root;
        private final HttpClient client = HttpClient.newHttpClient();

        Service(Path application, Path folder, List<String> java) throws Exception {
            int port;
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            root = "http://127.0.0.1:" + port;
            log = folder.resolve("service.log");
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(java);
            command.add("-Dsegue.data-dir=" + folder.resolve("data"));
            command.add("-Dsegue.demo=false");
            command.add("-Dsegue.access.admin-token=" + TOKEN);
            command.add("-Dsegue.training.retrain=off");
            command.add("-Dquarkus.http.host=127.0.0.1");
            command.add("-Dquarkus.http.port=" + port);
            command.add("-jar");
            command.add(application.resolve("quarkus-run.jar").toString());
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            await("/q/health/ready", Pattern.compile("\"status\""));
        }

        Cost takeIn(Path file, int rows) throws Exception {
            Duration cpuBefore = cpu();
            long start = System.nanoTime();
            String accepted = send(request("/api/imports")
                    .header("Content-Type", "application/octet-stream")
                    .POST(BodyPublishers.ofFile(file))
                    .build());
            Matcher id = Pattern.compile("\"id\":(\\d+)").matcher(accepted);
            if (!id.find()) {
                throw new IllegalStateException(accepted);
            }
            String job = await("/api/imports/" + id.group(1), END);
            Cost cost = new Cost(seconds(cpu().minus(cpuBefore)), seconds(Duration.ofNanos(System.nanoTime() - start)));
            if (!job.contains("\"status\":\"completed\"") || !job.contains("\"rowsRead\":" + rows)) {
                throw new IllegalStateException(job);
            }
            return cost;
        }

        private static double seconds(Duration duration) {
            return duration.toNanos() / 1e9;
        }

        private Duration cpu() {
            return process.info().totalCpuDuration().orElseThrow();
        }

        private String await(String path, Pattern wanted) throws Exception {
            long start = System.nanoTime();
            while (System.nanoTime() - start < PATIENCE_NANOS && process.isAlive()) {
                try {
                    String answer = send(request(path).build());
                    if (wanted.matcher(answer.replaceAll("\\s", "")).find()) {
                        return answer;
                    }
                } catch (IOException e) {
                    // It does not listen yet.
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
            throw new IllegalStateException("no %s at %s: %s".formatted(wanted, path, Files.readString(log)));
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(root + path)).header("Authorization", "Bearer " + TOKEN);
        }

        private String send(HttpRequest request) throws IOException, InterruptedException {
            return client.send(request, BodyHandlers.ofString()).body();
        }

        @Override
        public void close() {
            process.destroyForcibly();
            process.onExit().join();
        }
    }
}
