package org.segue.imports.dumps;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A data set at an address: https, or http on this machine. Its methods block; what they throw as {@link MirrorException} is a sentence
 * for people. For one thread.
 */
public final class DataSetFile {

    /** More than any data set of listening that a household has the memory for. */
    public static final long MAX_BYTES = 2_000_000_000L;

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    private final MirrorClient client;
    private final Dump file;

    private DataSetFile(MirrorClient client, Dump file) {
        this.client = client;
        this.file = file;
    }

    /**
     * Asks for a file without loading it.
     *
     * @param endIfCancelled ends the work with an exception if nobody wants it any more
     */
    public static DataSetFile look(URI address, Runnable endIfCancelled) {
        MirrorClient client = new MirrorClient(address, PATIENCE, endIfCancelled);
        try {
            long bytes = client.look(address).bytes();
            if (bytes > MAX_BYTES) {
                throw new MirrorException(MirrorPhrase.TOO_LARGE.with(address, bytes / 1e9));
            }
            return new DataSetFile(client, new Dump(name(address), Instant.EPOCH, address, address, bytes));
        } catch (IOException e) {
            throw unreachable(address, e);
        }
    }

    private static String name(URI address) {
        String path = address.getPath() == null ? "" : address.getPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.isEmpty() ? String.valueOf(address.getHost()) : name;
    }

    private static MirrorException unreachable(URI address, IOException e) {
        return new MirrorException(MirrorPhrase.UNREACHABLE.with(address, MirrorClient.reason(e)), e);
    }

    /**
     * The first bytes of it, or all of it if it has no more.
     *
     * @param most how many are wanted
     */
    public byte[] beginning(int most) {
        ByteArrayOutputStream begun = new ByteArrayOutputStream();
        try {
            client.send(file.archive(), request -> request, new Receiver() {
                @Override
                public boolean begin(int status, HttpHeaders headers) {
                    return status == 200;
                }

                @Override
                public void take(byte[] bytes) throws IOException {
                    begun.write(bytes, 0, Math.min(bytes.length, most - begun.size()));
                    if (begun.size() == most) {
                        throw new EnoughException();
                    }
                }
            });
        } catch (EnoughException e) {
            // The rest is not waited for.
        } catch (IOException e) {
            throw unreachable(file.archive(), e);
        }
        return begun.toByteArray();
    }

    /** No more is wanted. */
    private static final class EnoughException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** What it is called. */
    public String name() {
        return file.name();
    }

    /** How large it is, 0 if that is not said. */
    public long bytes() {
        return file.bytes();
    }

    /**
     * Loads it; a connection that breaks off is taken up where it ended.
     *
     * @param target where it goes; it is made, and deleted again unless all of it came
     * @param sha256 of all of it, hexadecimal; null to compare nothing
     * @param most how many bytes may come where its size is not said
     * @param loaded takes how many bytes there are by now, again and again
     */
    public void load(Path target, @Nullable String sha256, long most, LongConsumer loaded) {
        try {
            new Download(client, file, Download.Limit.of(file, Math.min(most, MAX_BYTES)), target, loaded, FIRST_PAUSE)
                    .run(sha256);
        } catch (IOException e) {
            throw unreachable(file.archive(), e);
        }
    }
}
