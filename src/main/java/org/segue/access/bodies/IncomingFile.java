package org.segue.access.bodies;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import java.nio.file.Path;

/** A file that is being written while it comes, in blocks. Runs where the request runs. */
final class IncomingFile {

    private static final int BLOCK_BYTES = 64 << 10;

    private final IncomingFiles files;
    private final FileSystem disk;
    private final String part;
    private final String name;
    private final Future<String> path;
    private final Future<AsyncFile> file;
    private Buffer block = Buffer.buffer(BLOCK_BYTES);
    private long written;

    IncomingFile(IncomingFiles files, FileSystem disk, String part, String name) {
        this.files = files;
        this.disk = disk;
        this.part = part;
        this.name = name;
        this.path = disk.createTempFile(files.folder(), "upload-", ".data", (String) null);
        this.file = path.compose(made -> disk.open(made, new OpenOptions().setRead(false)));
    }

    void write(byte[] bytes) {
        block.appendBytes(bytes);
        if (block.length() >= BLOCK_BYTES) {
            writeBlock();
        }
    }

    private void writeBlock() {
        Buffer bytes = block;
        // Each has its place: they may be written in any order.
        long place = written;
        written += bytes.length();
        block = Buffer.buffer(BLOCK_BYTES);
        files.await(bytes.length(), file.compose(opened -> opened.write(bytes, place)));
    }

    void end() {
        writeBlock();
        files.await(0, file.compose(AsyncFile::close));
    }

    /** What was received; all of it must be written. */
    ReceivedFile received() {
        return new ReceivedFile(Path.of(path.result()), part, name, written);
    }

    /** Deletes it if it is still where it arrived. */
    void discard() {
        file.compose(AsyncFile::close)
                .transform(closed -> path)
                .compose(disk::exists)
                .compose(exists -> exists ? disk.delete(path.result()) : Future.succeededFuture());
    }
}
