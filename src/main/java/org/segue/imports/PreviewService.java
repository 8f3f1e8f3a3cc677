package org.segue.imports;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    private final GuardedThread clock = new GuardedThread("segue-uploads");

    PreviewService(UploadFolder uploads, ImportListeners listeners) {
        this.uploads = uploads;
        this.listeners = listeners;
    }

    /**
     * Reads files and keeps them.
     *
     * @throws ImportException if they cannot be imported, in a sentence; they are not kept then
     * @throws StorageException if they cannot be kept
     */
    public ImportPreview preview(List<Upload> files, ImportOptions options) {
        String upload;
        try {
            upload = uploads.keepForLater(files);
        } catch (IOException | UncheckedIOException e) {
            throw new StorageException("The files cannot be kept: " + e.getMessage(), e);
        }
        boolean done = false;
        try {
            ImportPreview preview = read(upload, options);
            clock.runAfter(KEPT, "The files of an upload could not be deleted", () -> forget(upload));
            done = true;
            return preview;
        } finally {
            if (!done) {
                forget(upload);
            }
        }
    }

    private ImportPreview read(String upload, ImportOptions options) {
        ImportOptions named = listeners.named(options);
        PreviewSink sink = new PreviewSink(named.population() == null ? named.user() : null);
        ImportReader reading =
                new ImportReader(named.user() == null ? named.withUser(ImportOptions.SOMEBODY) : named, sink);
        try {
            reading.read(uploads.kept(upload), bytes -> {});
        } catch (IOException | UncheckedIOException e) {
            throw new ImportException(ImportWork.unreadable(e));
        }
        String other = named.population() == null ? sink.oneUser() : null;
        return sink.preview(
                new Kept(upload, Instant.now().plus(KEPT)),
                reading.formats(),
                other == null ? null : listeners.question(named.user(), other, reading.source()));
    }

    private void forget(String upload) {
        try {
            uploads.forget(upload);
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "The files of upload %s could not be deleted; the next start tries again", upload);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        clock.interrupt();
    }
}
