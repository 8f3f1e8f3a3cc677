package org.segue.training;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.segue.model.Hyperparameters;

/**
 * How a worker is started: this very program (a native executable, the packaged jar, or the classes of a test), with memory
 * settings of its own and a low priority.
 */
final class WorkerCommand {

    private static final String MAIN_CLASS = "org.segue.Main";
    private static final String TRAIN = "train";

    /** The virtual machine, the engine's own classes, a block's buffers. */
    private static final long HEAP_BASE = 256L << 20;

    /** The matrix, its transpose, their blocks while they are made: 8 bytes a cell each, and room for the collector. */
    private static final long HEAP_PER_CELL = 48;

    /** The training part of a hold-out and its transpose, beside the whole. */
    private static final long HEAP_PER_HELD_OUT_CELL = 24;

    /** A listen with its time, and sessions as rows with their transpose; the same of the training part of a hold-out. */
    private static final long HEAP_PER_LISTEN = 64;

    /** Three copies of an embedding as floats at the end of a training, and room for the collector. */
    private static final long HEAP_PER_FACTOR = 20;

    /** A small training takes less. */
    private static final long MIN_HEAP = 128L << 20;

    /** Code, threads, SQLite's and other buffers of the service, and the libraries of the engine with their numbers. */
    private static final long OUTSIDE_OF_HEAPS = 460L << 20;

    /** The Java version that warns when a library is loaded without having been told that it may be. */
    private static final int ASKS_FOR_NATIVE_ACCESS = 22;

    private final Path nativeCache;

    /**
     * A command.
     *
     * @param nativeCache folder into which the engine's libraries are unpacked, unless {@code PYTORCH_LIBRARY_PATH} is set
     */
    WorkerCommand(Path nativeCache) {
        this.nativeCache = nativeCache;
    }

    /** The process for a job, not yet started. */
    ProcessBuilder process(JobFolder folder) throws IOException {
        List<String> command = new ArrayList<>(lowPriority());
        command.addAll(program(allowedHeap(
                heapBytes(folder), MemoryLimit.bytes(), Runtime.getRuntime().maxMemory())));
        command.add(TRAIN);
        command.add(folder.path().toAbsolutePath().toString());
        ProcessBuilder process = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectError(folder.log().toFile());
        setEnvironment(process.environment());
        return process;
    }

    private void setEnvironment(Map<String, String> environment) {
        environment.put(Worker.WATCH_PARENT, "true");
        environment.put("OPT_OUT_TRACKING", "true");
        environment.put("DJL_OFFLINE", "true");
        if (!environment.containsKey("PYTORCH_LIBRARY_PATH")) {
            environment.put("DJL_CACHE_DIR", nativeCache.toAbsolutePath().toString());
        }
        // glibc gives large blocks back to the system and takes fresh pages for the next one: 3 to 13 times slower
        // here.
        environment.put("MALLOC_MMAP_THRESHOLD_", Long.toString(1L << 30));
        environment.put("MALLOC_TRIM_THRESHOLD_", Long.toString(4L << 30));
        environment.put("MALLOC_TOP_PAD_", Long.toString(64L << 20));
        // Threads that spin while they wait make a training several times slower on a machine that has other work.
        environment.putIfAbsent("OMP_WAIT_POLICY", "passive");
    }

    private static List<String> program(long heapBytes) {
        String heap = "-Xmx" + (heapBytes >> 20) + "m";
        if (System.getProperty("org.graalvm.nativeimage.imagecode") != null) {
            return List.of(ProcessHandle.current().info().command().orElseThrow(), heap);
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(heap);
        command.add("-XX:+UseSerialGC");
        if (Runtime.version().feature() >= ASKS_FOR_NATIVE_ACCESS) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(packagedJar()
                .map(jar -> List.of("-jar", jar.toString()))
                .orElseGet(() -> List.of("-cp", System.getProperty("java.class.path"), MAIN_CLASS)));
        return command;
    }

    // In the packaged application our classes are in app/….jar, and quarkus-run.jar starts them.
    private static Optional<Path> packagedJar() {
        CodeSource source = WorkerCommand.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            Path place = Path.of(source.getLocation().toURI());
            return Optional.of(place.resolveSibling("..")
                            .resolve("quarkus-run.jar")
                            .normalize())
                    .filter(Files::isRegularFile);
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }

    private static List<String> lowPriority() {
        String path = System.getenv().getOrDefault("PATH", "");
        boolean nice = Stream.of(path.split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "nice")));
        return nice ? List.of("nice", "-n", "10") : List.of();
    }

    /**
     * The heap of a worker: what it needs, but no more than the service leaves of the memory that both may use. With less than it
     * needs a training may fail, in words; with more the system would end one of the two.
     */
    static long allowedHeap(long needed, OptionalLong limit, long serviceHeap) {
        if (limit.isEmpty()) {
            return needed;
        }
        return Math.min(needed, Math.max(MIN_HEAP, limit.getAsLong() - serviceHeap - OUTSIDE_OF_HEAPS));
    }

    private static int maxDimension(TrainingSpec spec, JobFolder.Size size) {
        int asked = spec.hyperparameters().dimension();
        TuningSpace tuning = spec.tuning();
        boolean grows = tuning != null && tuning.dimension();
        return grows ? Math.max(asked, SearchSpace.maxDimension(size.rows())) : asked;
    }

    private static long heapBytes(JobFolder folder) throws IOException {
        JobFolder.Size size = folder.size();
        TrainingSpec spec = folder.spec();
        Hyperparameters incumbent = spec.incumbent();
        int dimension = Math.max(maxDimension(spec, size), incumbent == null ? 0 : incumbent.dimension());
        long perCell = HEAP_PER_CELL + (spec.evaluate() ? HEAP_PER_HELD_OUT_CELL : 0);
        return HEAP_BASE
                + perCell * size.cells()
                + HEAP_PER_LISTEN * size.listens()
                + HEAP_PER_FACTOR * size.rows() * dimension;
    }
}
