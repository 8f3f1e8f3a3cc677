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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The folder of models: one folder a version, and the file {@code active} with the name of the version that is served.
 *
 * <p>Every change ends in one rename of something complete and forced to disk, so that a process killed at any moment
 * leaves the model before it servable. What a kill leaves half done has a name that starts with a dot, is ignored, and goes
 * with {@link #cleanUp()}. A published version changes in nothing but that
 * users can be forgotten. Safe for several threads; one process at a time.
 */
public final class ModelStore {

    private static final Logger LOG = Logger.getLogger(ModelStore.class);

    private static final String ACTIVE = "active";
    private static final String LEFTOVER_PREFIX = ".";
    private static final String REWRITTEN_PREFIX = ".rewritten-";
    private static final Pattern VERSION = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\dZ-[0-9a-f]{4}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);
    private static final int TIME_LENGTH = "2026-01-01T00-00-00Z".length();

    private final Path folder;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * The store in a folder.
     *
     * @param folder made when it is first needed
     */
    public ModelStore(Path folder) {
        this(folder, Clock.systemUTC());
    }

    ModelStore(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Takes a finished model in, of which nobody was forgotten; see the other form. */
    public String publish(Path candidate, @Nullable Activation activation) throws IOException {
        return publish(candidate, activation, Set.of());
    }

    /**
     * Takes a finished model in: checks it, gives it a version, and moves its folder here. It is not active by that.
     *
     * @param candidate what {@link ModelFiles#write} wrote; gone afterwards
     * @param activation what was decided about it, for its manifest; null if nothing was
     * @param forgotten users whose embeddings are not taken in
     * @return the new version: when it was published and four random digits, sorting after every other
     * @throws DamagedModelException if the candidate is not sound; it stays where it is
     */
    public synchronized String publish(Path candidate, @Nullable Activation activation, Set<Integer> forgotten)
            throws IOException {
        StoredModel stored = ModelFiles.read(candidate);
        Files.createDirectories(folder);
        Path incoming = Files.createTempDirectory(folder, LEFTOVER_PREFIX + "incoming-");
        Path model = incoming.resolve("model");
        if (stored.model().knowsAnyOf(forgotten)) {
            stored = stored.withoutUsers(forgotten);
            ModelFiles.write(model, stored.model(), stored.manifest());
            stored = ModelFiles.read(model);
            DurableFiles.delete(candidate);
        } else {
            takeIn(candidate, model);
        }
        String version = nextVersion();
        ModelFiles.writeManifest(model, stored.manifest().published(version, activation));
        DurableFiles.forceFile(model.resolve(ModelFiles.FACTORS));
        DurableFiles.forceFolder(model);
        DurableFiles.rename(model, folder.resolve(version));
        Files.delete(incoming);
        return version;
    }

    /**
     * Makes a version the one that is served from the next start on.
     *
     * @throws UnknownModelException if there is no such version
     */
    public synchronized void activate(String version) throws IOException {
        requireKnown(version);
        DurableFiles.replace(folder.resolve(ACTIVE), version.getBytes(StandardCharsets.UTF_8));
    }

    /** The version that was last activated; empty if none was, or the note of it cannot be read. */
    public Optional<String> active() {
        Path file = folder.resolve(ACTIVE);
        try {
            String version = Files.readString(file).strip();
            return isVersion(version) ? Optional.of(version) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            LOG.warnf("%s cannot be read: %s", file, e.getMessage());
            return Optional.empty();
        }
    }

    /** Every version, newest first. */
    public List<String> versions() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .filter(ModelStore::isVersion)
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    /**
     * Reads a version and checks all of it.
     *
     * @throws UnknownModelException if there is no such version
     * @throws DamagedModelException if its files are not sound
     */
    public StoredModel load(String version) throws DamagedModelException {
        requireKnown(version);
        StoredModel stored = ModelFiles.read(folder.resolve(version));
        if (!version.equals(stored.manifest().version())) {
            throw new DamagedModelException(
                    version,
                    "its manifest is that of %s".formatted(stored.manifest().version()),
                    null);
        }
        return stored;
    }

    /**
     * Provenance of a version, without its embeddings.
     *
     * @throws UnknownModelException if there is no such version
     * @throws IOException if its manifest cannot be read
     */
    public ModelManifest manifest(String version) throws IOException {
        requireKnown(version);
        return ModelFiles.readManifest(folder.resolve(version));
    }

    /**
     * The model to serve: the active one or, if that cannot be used, the newest that can and was not turned down when it
     * was published. Why another one is served is logged. Empty if no model was ever activated, or none is sound.
     */
    public Optional<StoredModel> loadActive() throws IOException {
        Optional<String> active = active();
        if (active.isEmpty() && !Files.exists(folder.resolve(ACTIVE))) {
            return Optional.empty();
        }
        Optional<StoredModel> stored = active.flatMap(this::loadIfSound);
        return stored.isPresent() ? stored : newestSound(active.orElse(""));
    }

    /**
     * Deletes the oldest versions.
     *
     * @param keep how many of the newest stay, not negative; the active one stays in any case
     * @param served another version that stays, empty for none
     * @return what was deleted
     */
    public synchronized List<String> prune(int keep, String served) throws IOException {
        String active = active().orElse("");
        List<String> old = versions().stream()
                .skip(keep)
                .filter(version -> !version.equals(active) && !version.equals(served))
                .toList();
        for (String version : old) {
            Path leftover = folder.resolve(LEFTOVER_PREFIX + version);
            DurableFiles.rename(folder.resolve(version), leftover);
            DurableFiles.delete(leftover);
        }
        return old;
    }

    /**
     * Takes the embeddings of users out of every version that has any; versions that cannot be read stay as they are. A
     * version keeps its name: what answers with it goes on.
     *
     * @return the versions that had some
     */
    public synchronized List<String> forget(Set<Integer> userIds) throws IOException {
        List<String> rewritten = new ArrayList<>();
        for (String version : versions()) {
            Optional<StoredModel> stored = loadIfSound(version);
            if (stored.isPresent() && stored.get().model().knowsAnyOf(userIds)) {
                rewrite(version, stored.get().withoutUsers(userIds));
                rewritten.add(version);
            }
        }
        return rewritten;
    }

    // A folder cannot take the place of another in one step: what a kill leaves between the two renames, cleanUp ends.
    private void rewrite(String version, StoredModel stored) throws IOException {
        Path incoming = Files.createTempDirectory(folder, LEFTOVER_PREFIX + "incoming-");
        Path model = incoming.resolve("model");
        ModelFiles.write(model, stored.model(), stored.manifest());
        DurableFiles.forceFolder(model);
        Path rewritten = folder.resolve(REWRITTEN_PREFIX + version);
        Path former = folder.resolve(LEFTOVER_PREFIX + version);
        DurableFiles.rename(model, rewritten);
        DurableFiles.rename(folder.resolve(version), former);
        DurableFiles.rename(rewritten, folder.resolve(version));
        DurableFiles.delete(former);
        Files.delete(incoming);
    }

    private void endRewriting() throws IOException {
        List<Path> complete;
        try (Stream<Path> entries = Files.list(folder)) {
            complete = entries.filter(entry -> entry.getFileName().toString().startsWith(REWRITTEN_PREFIX))
                    .toList();
        }
        for (Path rewritten : complete) {
            Path version = folder.resolve(rewritten.getFileName().toString().substring(REWRITTEN_PREFIX.length()));
            if (!Files.exists(version)) {
                DurableFiles.rename(rewritten, version);
            }
        }
    }

    /** Ends, or deletes, what publications, activations, deletions and rewritings that were cut short left. None may run. */
    public synchronized void cleanUp() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        endRewriting();
        List<Path> leftovers;
        try (Stream<Path> entries = Files.list(folder)) {
            leftovers = entries.filter(entry -> entry.getFileName().toString().startsWith(LEFTOVER_PREFIX))
                    .toList();
        }
        for (Path leftover : leftovers) {
            DurableFiles.delete(leftover);
        }
    }

    private Optional<StoredModel> newestSound(String active) throws IOException {
        for (String version : versions()) {
            Optional<StoredModel> stored = version.equals(active)
                    ? Optional.empty()
                    : loadIfSound(version).filter(ModelStore::wasNotTurnedDown);
            if (stored.isPresent()) {
                LOG.warnf("The active model '%s' cannot be used; %s is served instead.", active, version);
                return stored;
            }
        }
        return Optional.empty();
    }

    private static boolean wasNotTurnedDown(StoredModel stored) {
        Activation activation = stored.manifest().activation();
        return activation == null || activation.activated();
    }

    private Optional<StoredModel> loadIfSound(String version) {
        try {
            return Optional.of(load(version));
        } catch (DamagedModelException | UnknownModelException e) {
            LOG.error(e.getMessage());
            return Optional.empty();
        }
    }

    // A rename across file systems is not atomic, so such a candidate is first copied beside the models.
    private static void takeIn(Path candidate, Path model) throws IOException {
        try {
            Files.move(candidate, model, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.createDirectory(model);
            for (String name : List.of(ModelFiles.FACTORS, ModelFiles.MANIFEST)) {
                Files.copy(candidate.resolve(name), model.resolve(name));
            }
            DurableFiles.delete(candidate);
        }
    }

    // A clock that was set back, or two models in one second, must not make the newest look older.
    private String nextVersion() throws IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<String> versions = versions();
        if (!versions.isEmpty()) {
            Instant newest = TIME.parse(versions.get(0).substring(0, TIME_LENGTH), Instant::from);
            now = now.isAfter(newest) ? now : newest.plusSeconds(1);
        }
        return "%s-%04x".formatted(TIME.format(now), random.nextInt(1 << 16));
    }

    private void requireKnown(String version) {
        if (!isVersion(version) || !Files.isDirectory(folder.resolve(version))) {
            throw new UnknownModelException(version);
        }
    }

    private static boolean isVersion(String name) {
        return VERSION.matcher(name).matches();
    }
}
