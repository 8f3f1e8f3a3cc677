package org.segue.imports;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.segue.imports.ImportPreview.Kept;
import org.segue.storage.GuardedThread;
import org.segue.storage.StorageException;

/**
 * Says what an import would do, and keeps the files for it, for an hour. A start of the service forgets what the former one
 * kept. Its methods block for as long as reading the files takes.
 */
@Singleton
public class PreviewService {

    private static final Logger LOG = Logger.getLogger(PreviewService.class);
    private static final Duration KEPT = Duration.ofHours(1);

    private final UploadFolder uploads;
    private final ImportListeners listeners;
    private final ColumnChoiceRepository columns;
    private final Map<String, Instant> keptUntil = new ConcurrentHashMap<>();
    private final GuardedThread clock = new GuardedThread("segue-uploads");

    PreviewService(UploadFolder uploads, ImportListeners listeners, ColumnChoiceRepository columns) {
        this.uploads = uploads;
        this.listeners = listeners;
        this.columns = columns;
    }

    /**
     * Reads files and keeps them.
     *
     * @throws ImportException if they cannot be imported, in a sentence; they are not kept then
     * @throws StorageException if they cannot be kept
     */
    public ImportPreview preview(List<Upload> files, ImportOptions options) {
        String upload = keep(files);
        boolean done = false;
        try {
            ImportPreview preview = read(upload, options);
            done = true;
            return preview;
        } finally {
            if (!done) {
                forget(upload);
            }
        }
    }

    /**
     * Keeps files, for an hour; answers the name under which they are kept.
     *
     * @throws StorageException if they cannot be kept
     */
    public String keep(List<Upload> files) {
        try {
            String upload = uploads.keepForLater(files);
            keptUntil.put(upload, Instant.now().plus(KEPT));
            clock.runAfter(KEPT, "The files of an upload could not be deleted", () -> forget(upload));
            return upload;
        } catch (IOException | UncheckedIOException e) {
            throw new StorageException("The files cannot be kept: " + e.getMessage(), e);
        }
    }

    /**
     * Reads files that are kept, once more; empty if there are none of the name. They are kept on, however it ends.
     *
     * @throws ImportException if they cannot be imported, in a sentence
     */
    public Optional<ImportPreview> look(String upload, ImportOptions options) {
        return uploads.isKept(upload) ? Optional.of(read(upload, options)) : Optional.empty();
    }

    private ImportPreview read(String upload, ImportOptions options) {
        ImportOptions named = listeners.named(options);
        PreviewSink sink = new PreviewSink(named.population() == null ? named.user() : null);
        ImportReader reading =
                new ImportReader(named.user() == null ? named.withUser(ImportOptions.SOMEBODY) : named, sink, columns);
        try {
            reading.read(uploads.kept(upload), bytes -> {});
        } catch (IOException | UncheckedIOException e) {
            throw new ImportException(ImportWork.unreadable(e));
        }
        boolean isHousehold = named.population() == null;
        String other = isHousehold ? sink.oneUser() : null;
        List<String> users = isHousehold ? sink.namedUsers() : List.of();
        return sink.preview(
                new Kept(upload, keptUntil.getOrDefault(upload, Instant.now())),
                reading,
                other == null ? null : listeners.question(named.user(), other, reading.source()),
                listeners.found(users, reading.source()));
    }

    /** Deletes files that are kept, if they still are. */
    public void forget(String upload) {
        keptUntil.remove(upload);
        try {
            if (uploads.isKept(upload)) {
                uploads.forget(upload);
            }
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "The files of upload %s could not be deleted; the next start tries again", upload);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        clock.interrupt();
    }
}
