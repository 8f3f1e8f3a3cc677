package org.segue.imports.staging;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.imports.ImportSink;
import org.segue.imports.SkipPhrase;
import org.segue.imports.formats.ExternalFeedback;
import org.segue.imports.formats.ExternalList;
import org.segue.imports.formats.ExternalListen;
import org.segue.imports.formats.FilesOwner;
import org.segue.imports.formats.HistoryFile;
import org.segue.imports.formats.HistoryImporter;
import org.segue.listens.Measure;
import org.segue.text.Sentence;

/**
 * Passes on the rows of some of the users only, each of these whole: those with the smallest hashes of their names, as many as
 * wanted. Which these are depends on the seed and the names alone, not on the order of the rows.
 *
 * <p>One reading suffices: a user who is not among the smallest of those seen so far can never be. Who was, and is pushed out
 * later, has rows staged already; these are dropped at the end. For one thread; memory for the names of the users wanted, and of
 * those pushed out, some n ln(N/n) for n of N users.
 */
public final class UserSampler implements ImportSink {

    /** What reports call the rows that are passed over. */
    public static final String NOT_CHOSEN = SkipPhrase.NOT_IN_SAMPLE.english();

    private record Candidate(long hash, String user) {}

    private final StagingRepository staging;
    private final int most;
    private final long seed;
    private final TreeSet<Candidate> chosen =
            new TreeSet<>(Comparator.comparingLong(Candidate::hash).thenComparing(Candidate::user));
    private final Set<String> pushedOut = new HashSet<>();
    private @Nullable String lastUser;
    private boolean lastChosen;

    /**
     * A sample.
     *
     * @param staging where the rows go
     * @param most how many users, positive
     * @param seed where the random choice starts
     */
    public UserSampler(StagingRepository staging, int most, long seed) {
        this.staging = staging;
        this.most = most;
        this.seed = seed;
    }

    @Override
    public void begin(HistoryFile file, HistoryImporter importer, String source) {
        staging.begin(file, importer, source);
    }

    @Override
    public void ignored(HistoryFile file) {
        staging.ignored(file);
    }

    @Override
    public void owner(FilesOwner owner) {
        staging.owner(owner);
    }

    @Override
    public @Nullable FilesOwner owner() {
        return staging.owner();
    }

    @Override
    public void measure(Measure measure) {
        staging.measure(measure);
    }

    @Override
    public void interaction(String user, ExternalSong song, double value) {
        if (isWanted(user)) {
            staging.interaction(user, song, value);
        }
    }

    @Override
    public void listen(ExternalListen listen) {
        if (isWanted(listen.user())) {
            staging.listen(listen);
        }
    }

    @Override
    public void listens(ExternalListen first, int plays) {
        if (isWanted(first.user())) {
            staging.listens(first, plays);
        }
    }

    @Override
    public void feedback(ExternalFeedback feedback) {
        if (isWanted(feedback.user())) {
            staging.feedback(feedback);
        }
    }

    @Override
    public void list(ExternalList list) {
        if (isWanted(list.user())) {
            staging.list(list);
        }
    }

    @Override
    public void song(ExternalSong song) {
        staging.song(song);
    }

    @Override
    public void track(ExternalSong song, String uri) {
        staging.track(song, uri);
    }

    @Override
    public void skipped(String reason) {
        staging.skipped(reason);
    }

    @Override
    public void note(Sentence sentence) {
        staging.note(sentence);
    }

    @Override
    public void badRow(String file, long line, Sentence reason) {
        staging.badRow(file, line, reason);
    }

    private boolean isWanted(String user) {
        boolean wanted = isChosen(user);
        if (!wanted) {
            staging.skipped(NOT_CHOSEN);
        }
        return wanted;
    }

    /** Drops the rows of those who were chosen only for a while. Nothing may come afterwards. */
    public void end() {
        if (!pushedOut.isEmpty()) {
            staging.dropUsers(pushedOut);
        }
    }

    private boolean isChosen(String user) {
        if (!user.equals(lastUser)) {
            lastUser = user;
            lastChosen = choose(new Candidate(hash(user, seed), user));
        }
        return lastChosen;
    }

    private boolean choose(Candidate candidate) {
        if (!chosen.add(candidate) || chosen.size() <= most) {
            return true;
        }
        Candidate last = chosen.last();
        chosen.remove(last);
        if (last.equals(candidate)) {
            return false;
        }
        pushedOut.add(last.user());
        return true;
    }

    // FNV-1a, then MurmurHash3's finaliser: names that differ in the last letter must not lie side by side.
    static long hash(String user, long seed) {
        long hash = 0xcbf29ce484222325L ^ seed * 0x9e3779b97f4a7c15L;
        for (int i = 0; i < user.length(); i++) {
            hash = (hash ^ user.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
