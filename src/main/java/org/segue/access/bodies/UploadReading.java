package org.segue.access.bodies;

import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import org.segue.access.clients.RequestWork;
import org.segue.storage.StorageException;

/**
 * The reading of one upload to disk. Files are deleted when the work on the request is over, unless they were moved by then.
 * Runs where the request runs, on an event loop.
 */
final class UploadReading {

    private final RoutingContext request;
    private final RequestBody body;
    private final IncomingFiles files;
    private final BodyParts parts;
    private boolean isOver;

    UploadReading(RoutingContext request, RequestBody body, IncomingFiles files, BodyParts parts) {
        this.request = request;
        this.body = body;
        this.files = files;
        this.parts = parts;
    }

    void begin() {
        request.addEndHandler(ended -> isOver = true);
        RequestWork.onceOver(request, files::discard);
        body.on(this::take, this::complete);
        body.resume();
        files.ended().onFailure(failure -> body.run(() -> fail(unkept(failure))));
    }

    private void take(Buffer piece) {
        if (!isOver) {
            try {
                parts.take(piece);
            } catch (MalformedBodyException e) {
                fail(e);
            }
        }
    }

    private void complete() {
        if (!isOver) {
            try {
                Map<String, String> fields = parts.end();
                files.ended().onComplete(done -> body.run(() -> handOver(done, fields)));
                files.complete();
            } catch (MalformedBodyException e) {
                fail(e);
            }
        }
    }

    private void handOver(AsyncResult<Void> done, Map<String, String> fields) {
        if (!isOver && done.succeeded()) {
            isOver = true;
            new ReceivedForm(files.received(), fields).handOver(request);
        }
    }

    private void fail(RuntimeException failure) {
        if (!isOver) {
            isOver = true;
            files.complete();
            body.pause();
            ReceivedForm.handOver(request, failure);
        }
    }

    private static StorageException unkept(Throwable failure) {
        return new StorageException("The file cannot be kept: " + failure.getMessage(), failure);
    }
}
