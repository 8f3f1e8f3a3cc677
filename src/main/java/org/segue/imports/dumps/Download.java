package org.segue.imports.dumps;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.segue.storage.Permissions;
import org.segue.text.Sentence;

/**
 * One file on its way to the disk. What breaks off is taken up with {@code Range} and {@code If-Range}: a mirror whose file is another
 * meanwhile sends it from its start. All of it is hashed as it comes. For one thread.
 */
final class Download implements Receiver {

    private static final Logger LOG = Logger.getLogger(Download.class);

    /** So often in a row nothing may come. */
    private static final int MAX_FAILURES = 6;

    /**
     * How much may come.
     *
     * @param bytes so many at most
     * @param isSaid whether the mirror has said so itself
     */
    record Limit(long bytes, boolean isSaid) {

        /** As much as the mirror says, or so much where it says nothing. */
        static Limit of(Dump dump, long unlessSaid) {
            return dump.bytes() > 0 ? new Limit(dump.bytes(), true) : new Limit(unlessSaid, false);
        }
    }

    private final MirrorClient client;
    private final Dump dump;
    private final Limit limit;
    private final Path file;
    private final LongConsumer loaded;
    private final Duration firstPause;
    private final MessageDigest digest = sha256();
    private @Nullable FileChannel channel;
    private @Nullable String etag;
    private long count;

    Download(MirrorClient client, Dump dump, Limit limit, Path file, LongConsumer loaded, Duration firstPause) {
        this.client = client;
        this.dump = dump;
        this.limit = limit;
        this.file = file;
        this.loaded = loaded;
        this.firstPause = firstPause;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    /**
     * Loads all of it.
     *
     * @param expected the SHA-256 of the whole, hexadecimal; null to compare nothing
     * @throws MirrorException if it cannot be loaded, or is something else; nothing is kept then
     */
    void run(@Nullable String expected) throws IOException {
        boolean done = false;
        try (FileChannel open = FileChannel.open(
                Permissions.PRIVATE.makeFile(file), StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            channel = open;
            loadAll();
            if (expected != null) {
                requireSame(expected);
            }
            done = true;
        } catch (TooMuchException e) {
            throw new MirrorException(tooMuch(), e);
        } catch (DiskException e) {
            throw new MirrorException(MirrorPhrase.NOT_KEPT.with(e.getMessage(), megabytes(count), dump.archive()), e);
        } finally {
            if (!done) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void loadAll() throws IOException {
        int failures = 0;
        while (true) {
            long before = count;
            try {
                if (loadRest()) {
                    return;
                }
                throw new IOException("the connection ended early");
            } catch (DiskException | TooMuchException e) {
                throw e;
            } catch (IOException e) {
                failures = count > before ? 1 : failures + 1;
                LOG.infof("%s broke off at %d bytes: %s", dump.archive(), (Object) count, e.getMessage());
                if (failures >= MAX_FAILURES) {
                    throw brokenOff(e);
                }
                client.pause(firstPause.multipliedBy(1L << (failures - 1)));
            }
        }
    }

    private MirrorException brokenOff(IOException e) {
        return new MirrorException(
                MirrorPhrase.BROKE_OFF.with(
                        dump.archive(), MAX_FAILURES, megabytes(count), megabytes(dump.bytes()), e.getMessage()),
                e);
    }

    private static String megabytes(long bytes) {
        return "%.1f MB".formatted(bytes / 1e6);
    }

    /** Loads what is missing; false if there may be more. */
    private boolean loadRest() throws IOException {
        HttpResponse<Void> answer = client.send(
                dump.archive(),
                request -> {
                    if (count > 0) {
                        request.header("Range", "bytes=" + count + "-");
                    }
                    if (count > 0 && etag != null) {
                        request.header("If-Range", etag);
                    }
                    return request;
                },
                this);
        return switch (answer.statusCode()) {
            case 200, 206 -> dump.bytes() == 0 || count >= dump.bytes();
            // Nothing is behind the end: what is there is all there is, or the file is another now.
            case 416 -> startAgain(answer);
            case 404, 410, 403, 401 ->
                throw new MirrorException(MirrorPhrase.NOT_THERE.with(dump.archive(), answer.statusCode()));
            default -> throw new IOException("the mirror answers " + answer.statusCode());
        };
    }

    private boolean startAgain(HttpResponse<Void> answer) throws IOException {
        String range = answer.headers().firstValue("Content-Range").orElse("");
        if (range.equals("bytes */" + count)) {
            return true;
        }
        restart();
        return false;
    }

    @Override
    public boolean begin(int status, HttpHeaders headers) throws IOException {
        if (status != 200 && status != 206) {
            return false;
        }
        if (status == 200) {
            restart();
        } else if (!headers.firstValue("Content-Range").orElse("").startsWith("bytes " + count + "-")) {
            throw new IOException("the mirror answers with another part than was asked for");
        }
        etag = headers.firstValue("ETag")
                .filter(tag -> !tag.toUpperCase(Locale.ROOT).startsWith("W/"))
                .orElse(null);
        return true;
    }

    private void restart() throws IOException {
        if (count > 0) {
            open().truncate(0);
        }
        digest.reset();
        count = 0;
    }

    private FileChannel open() throws IOException {
        if (channel == null) {
            throw new IOException("nothing is being loaded");
        }
        return channel;
    }

    @Override
    public void take(byte[] bytes) throws IOException {
        FileChannel open = open();
        if (count + bytes.length > limit.bytes()) {
            throw new TooMuchException();
        }
        try {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                open.write(rest);
            }
        } catch (IOException e) {
            throw new DiskException(e);
        }
        digest.update(bytes);
        count += bytes.length;
        loaded.accept(count);
    }

    private void requireSame(String expected) {
        String found = HexFormat.of().formatHex(digest.digest());
        if (!found.equalsIgnoreCase(expected)) {
            throw new MirrorException(
                    MirrorPhrase.CHECKSUM.with(dump.archive(), found.substring(0, 12), expected.substring(0, 12)));
        }
    }

    private Sentence tooMuch() {
        MirrorPhrase phrase = limit.isSaid() ? MirrorPhrase.MORE_THAN_SAID : MirrorPhrase.MORE_THAN_ROOM;
        return phrase.with(dump.archive(), megabytes(limit.bytes()));
    }

    /** More came than may. */
    private static final class TooMuchException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** The disk did not take what came. */
    private static final class DiskException extends IOException {
        private static final long serialVersionUID = 1L;

        DiskException(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
