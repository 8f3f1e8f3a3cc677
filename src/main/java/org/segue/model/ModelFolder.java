package org.segue.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.segue.storage.DurableFiles;

/**
 * Names and renames of a {@link ModelStore}: one folder a version, the file {@code active}, and names that start with a dot for
 * what is half done.
 */
final class ModelFolder {

    private static final Logger LOG = Logger.getLogger(ModelFolder.class);

    private static final String ACTIVE = "active";
    private static final String LEFTOVER_PREFIX = ".";
    private static final String REWRITTEN_PREFIX = ".rewritten-";
    private static final Pattern VERSION = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\dZ-[0-9a-f]{4}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);
    private static final int TIME_LENGTH = "2026-01-01T00-00-00Z".length();

    private final Path path;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * A folder.
     *
     * @param path made when it is first needed
     * @param clock names new versions
     */
    ModelFolder(Path path, Clock clock) {
        this.path = path;
        this.clock = clock;
    }

    /**
     * The folder of a version.
     *
     * @throws UnknownModelException if there is no such version
     */
    Path of(String version) {
        if (!isVersion(version) || !Files.isDirectory(path.resolve(version))) {
            throw new UnknownModelException(version);
        }
        return path.resolve(version);
    }

    /** Every version, newest first. */
    List<String> versions() throws IOException {
        return Files.isDirectory(path)
                ? names(Files::isDirectory).stream()
                        .filter(ModelFolder::isVersion)
                        .sorted(Comparator.reverseOrder())
                        .toList()
                : List.of();
    }

    /** The version that the note of the active one names; empty if there is none, or it cannot be read. */
    Optional<String> active() {
        Path file = path.resolve(ACTIVE);
        try {
            return Optional.of(Files.readString(file).strip()).filter(ModelFolder::isVersion);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.warnf("%s cannot be read: %s", file, e.getMessage());
            return Optional.empty();
        }
    }

    /** Whether a version was ever noted as the active one. */
    boolean hasActive() {
        return Files.exists(path.resolve(ACTIVE));
    }

    /** Notes a version as the active one, durably. */
    void activate(String version) throws IOException {
        of(version);
        DurableFiles.replace(path.resolve(ACTIVE), version.getBytes(StandardCharsets.UTF_8));
    }

    /** Notes that no version is active, durably. */
    void deactivate() throws IOException {
        Files.deleteIfExists(path.resolve(ACTIVE));
        DurableFiles.forceFolder(path);
    }

    /** A name for a model that is not a version yet; its parent exists. */
    Path incoming() throws IOException {
        Files.createDirectories(path);
        return Files.createTempDirectory(path, LEFTOVER_PREFIX + "incoming-").resolve("model");
    }

    /** Moves a candidate to an {@link #incoming} name, which it answers; one of another file system is copied first. */
    Path takeIn(Path candidate) throws IOException {
        Path incoming = incoming();
        try {
            Files.move(candidate, incoming, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.createDirectory(incoming);
            for (String name : List.of(ModelFiles.FACTORS, ModelFiles.MANIFEST)) {
                Files.copy(candidate.resolve(name), incoming.resolve(name));
            }
            DurableFiles.delete(candidate);
        }
        return incoming;
    }

    /** The name of the next version: the time and four random digits, sorting after every other. */
    String nextVersion() throws IOException {
        // A clock that was set back, or two models in one second, must not make the newest look older.
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<String> versions = versions();
        if (!versions.isEmpty()) {
            Instant newest = TIME.parse(versions.get(0).substring(0, TIME_LENGTH), Instant::from);
            now = now.isAfter(newest) ? now : newest.plusSeconds(1);
        }
        return "%s-%04x".formatted(TIME.format(now), random.nextInt(1 << 16));
    }

    /** Makes a complete incoming model a version. */
    void publish(Path incoming, String version) throws IOException {
        DurableFiles.forceFile(incoming.resolve(ModelFiles.FACTORS));
        DurableFiles.forceFolder(incoming);
        DurableFiles.rename(incoming, path.resolve(version));
        Files.delete(incoming.toAbsolutePath().getParent());
    }

    /** Puts a complete incoming model in the place of a version. */
    void replace(String version, Path incoming) throws IOException {
        DurableFiles.forceFolder(incoming);
        // A folder cannot take the place of another in one step: what a kill leaves between the two renames, cleanUp
        // ends.
        Path rewritten = path.resolve(REWRITTEN_PREFIX + version);
        Path replaced = path.resolve(LEFTOVER_PREFIX + version);
        DurableFiles.rename(incoming, rewritten);
        DurableFiles.rename(path.resolve(version), replaced);
        DurableFiles.rename(rewritten, path.resolve(version));
        DurableFiles.delete(replaced);
        Files.delete(incoming.toAbsolutePath().getParent());
    }

    /** Deletes a version. */
    void delete(String version) throws IOException {
        Path leftover = path.resolve(LEFTOVER_PREFIX + version);
        DurableFiles.rename(path.resolve(version), leftover);
        DurableFiles.delete(leftover);
    }

    /** Ends, or deletes, what was cut short. None may be at work. */
    void cleanUp() throws IOException {
        if (!Files.isDirectory(path)) {
            return;
        }
        for (String rewritten : names(entry -> startsWith(entry, REWRITTEN_PREFIX))) {
            Path version = path.resolve(rewritten.substring(REWRITTEN_PREFIX.length()));
            if (!Files.exists(version)) {
                DurableFiles.rename(path.resolve(rewritten), version);
            }
        }
        for (String leftover : names(entry -> startsWith(entry, LEFTOVER_PREFIX))) {
            DurableFiles.delete(path.resolve(leftover));
        }
    }

    private List<String> names(Predicate<Path> wanted) throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(wanted)
                    .map(entry -> entry.getFileName().toString())
                    .toList();
        }
    }

    private static boolean startsWith(Path entry, String prefix) {
        return entry.getFileName().toString().startsWith(prefix);
    }

    private static boolean isVersion(String name) {
        return VERSION.matcher(name).matches();
    }
}
