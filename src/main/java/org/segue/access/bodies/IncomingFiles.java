package org.segue.access.bodies;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.file.FileSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of one request while they come. The client is paused while the disk lags behind: little of them is ever in memory.
 * Runs where the request runs, on an event loop.
 */
final class IncomingFiles {

    private static final long MAX_UNWRITTEN_BYTES = 512 << 10;

    private final FileSystem disk;
    private final RequestBody body;
    private final Path folder;
    private final List<IncomingFile> files = new ArrayList<>();
    private final Promise<Void> ended = Promise.promise();
    private long unwritten;
    private int awaited;
    private boolean isComplete;

    IncomingFiles(FileSystem disk, RequestBody body, Path folder) {
        this.disk = disk;
        this.body = body;
        this.folder = folder;
    }

    String folder() {
        return folder.toString();
    }

    /** Begins a file. */
    IncomingFile begin(String part, String name) {
        IncomingFile file = new IncomingFile(this, disk, part, name);
        files.add(file);
        return file;
    }

    /** Waits for something that happens on disk, with so many bytes that are in memory until then. */
    void await(int bytes, Future<Void> step) {
        awaited++;
        unwritten += bytes;
        if (unwritten > MAX_UNWRITTEN_BYTES) {
            body.pause();
        }
        step.onComplete(done -> stepDone(bytes, done));
    }

    private void stepDone(int bytes, AsyncResult<Void> done) {
        awaited--;
        unwritten -= bytes;
        if (done.failed()) {
            isComplete = true;
            ended.tryFail(done.cause());
        } else if (isComplete && awaited == 0) {
            ended.tryComplete();
        } else if (!isComplete && unwritten <= MAX_UNWRITTEN_BYTES / 2) {
            body.resume();
        }
    }

    /** All of them have come, or no more are wanted. */
    void complete() {
        isComplete = true;
        if (awaited == 0) {
            ended.tryComplete();
        }
    }

    /** Succeeds once all have come and are written, fails as soon as one cannot be. */
    Future<Void> ended() {
        return ended.future();
    }

    /** What was received; all of it must be written. */
    List<ReceivedFile> received() {
        return files.stream().map(IncomingFile::received).toList();
    }

    /** Deletes all that are still where they arrived. */
    void discard() {
        files.forEach(IncomingFile::discard);
    }
}
