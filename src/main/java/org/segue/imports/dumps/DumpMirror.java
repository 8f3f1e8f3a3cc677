package org.segue.imports.dumps;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mirror of ListenBrainz's incremental dumps: a list with a folder for each,
 * {@code listenbrainz-dump-<number>-<date>-<time>-incremental/}, in which the listens are
 * {@code listenbrainz-listens-dump-<number>-<date>-<time>-incremental.tar.zst}, with {@code .sha256} beside. Its methods block; what
 * they throw as {@link MirrorException} is a sentence for people. For one thread.
 */
public final class DumpMirror {

    /** What everybody may do with ListenBrainz's listens. */
    public static final String LICENCE = "CC0";

    private static final Pattern LINK = Pattern.compile("href\\s*=\\s*[\"']([^\"'#?]+)[\"']", Pattern.CASE_INSENSITIVE);
    private static final Pattern FOLDER =
            Pattern.compile("listenbrainz-dump-(\\d{1,9})-(\\d{8}-\\d{6})-incremental(?=/?$)");
    private static final Pattern ARCHIVE =
            Pattern.compile("listenbrainz-listens-dump-\\d+-[0-9-]+-incremental\\.tar\\.zst$");
    private static final Pattern SHA256 = Pattern.compile("^\\s*([0-9a-fA-F]{64})\\b");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    /** A dump of a day has a tenth of it: so much may come where a mirror does not say how large one is. */
    private static final long MAX_BYTES = 4_000_000_000L;

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    private final URI base;
    private final MirrorClient client;
    private final Duration firstPause;

    /**
     * The mirror of an address, which ends with a slash or not.
     *
     * @param endIfCancelled ends the work with an exception if nobody wants it any more
     */
    public DumpMirror(URI address, Runnable endIfCancelled) {
        this(address, endIfCancelled, PATIENCE, FIRST_PAUSE);
    }

    /**
     * The same with less patience.
     *
     * @param patience nothing may come for so long
     * @param firstPause before it is asked again; twice as long each further time
     */
    public DumpMirror(URI address, Runnable endIfCancelled, Duration patience, Duration firstPause) {
        this.base = folder(address);
        this.client = new MirrorClient(base, patience, endIfCancelled);
        this.firstPause = firstPause;
    }

    private static URI folder(URI address) {
        return address.toString().endsWith("/") ? address : URI.create(address + "/");
    }

    /** A folder of a dump in the list. */
    private record Folder(int number, String name, Instant at) {}

    /**
     * The newest dumps whose listens are there, newest first.
     *
     * @param n the most dumps
     */
    public List<Dump> newest(int n) {
        try {
            List<Dump> found = new ArrayList<>();
            List<Folder> folders = folders();
            for (Folder folder : folders) {
                if (found.size() < n) {
                    dump(folder).ifPresent(found::add);
                }
            }
            if (found.isEmpty()) {
                throw new MirrorException(MirrorPhrase.LISTENS_NOT_FOUND.with(base));
            }
            return found;
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private MirrorException unreachable(IOException e) {
        return new MirrorException(MirrorPhrase.NO_MIRROR.with(base, MirrorClient.reason(e)), e);
    }

    private List<Folder> folders() throws IOException {
        List<Folder> folders = links(client.text(base), FOLDER).stream()
                .map(found -> new Folder(Integer.parseInt(found.group(1)), found.group(), time(found.group(2))))
                .distinct()
                .sorted(Comparator.comparingInt(Folder::number).reversed())
                .toList();
        if (folders.isEmpty()) {
            throw new MirrorException(MirrorPhrase.NO_DUMPS.with(base));
        }
        return folders;
    }

    private static Instant time(String text) {
        try {
            return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
        } catch (java.time.DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    // A dump that is just being made has a folder already.
    private Optional<Dump> dump(Folder folder) throws IOException {
        URI inside = base.resolve(folder.name() + "/");
        List<MatchResult> archives = links(client.text(inside), ARCHIVE);
        if (archives.isEmpty()) {
            return Optional.empty();
        }
        URI archive = inside.resolve(archives.get(0).group());
        URI checksum = URI.create(archive + ".sha256");
        return Optional.of(new Dump(
                folder.name(),
                folder.at(),
                archive,
                checksum,
                client.look(archive).bytes()));
    }

    private static List<MatchResult> links(String page, Pattern wanted) {
        List<MatchResult> found = new ArrayList<>();
        Matcher link = LINK.matcher(page);
        while (link.find()) {
            Matcher name = wanted.matcher(link.group(1));
            if (name.find()) {
                found.add(name.toMatchResult());
            }
        }
        return found;
    }

    /**
     * Loads the listens of a dump, and compares them with their checksum. A connection that breaks off is taken up where it ended.
     *
     * @param file where they go; it is made, and deleted again unless all of it came
     * @param most how many bytes may come where the mirror does not say how large it is
     * @param loaded takes how many bytes there are by now, again and again
     */
    public void load(Dump dump, Path file, long most, LongConsumer loaded) {
        try {
            String expected = checksum(dump);
            Download.Limit limit = Download.Limit.of(dump, Math.min(most, MAX_BYTES));
            new Download(client, dump, limit, file, loaded, firstPause).run(expected);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private String checksum(Dump dump) throws IOException {
        Matcher sum = SHA256.matcher(client.text(dump.checksum()));
        if (!sum.find()) {
            throw new MirrorException(MirrorPhrase.NO_CHECKSUM.with(dump.checksum()));
        }
        return sum.group(1);
    }
}
