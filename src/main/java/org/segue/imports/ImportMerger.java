package org.segue.imports;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.AmbiguousNameException;
import org.segue.catalog.ArtistRepository;
import org.segue.catalog.CreditRepository;
import org.segue.catalog.HouseRepository;
import org.segue.catalog.SongLengthRepository;
import org.segue.catalog.SongMergeRepository;
import org.segue.catalog.SongRepository;
import org.segue.catalog.Source;
import org.segue.catalog.SourceRepository;
import org.segue.catalog.UserRepository;
import org.segue.feedback.Feedback;
import org.segue.feedback.FeedbackRepository;
import org.segue.feedback.ImportedFeedback;
import org.segue.feedback.Subject;
import org.segue.imports.formats.SpotifyImporter;
import org.segue.imports.staging.StagedFeedback;
import org.segue.imports.staging.StagedRowsRepository;
import org.segue.imports.staging.StagedSong;
import org.segue.imports.staging.StagedUser;
import org.segue.listens.Added;
import org.segue.listens.Listen;
import org.segue.listens.ListenRepository;
import org.segue.listens.PlayCountRepository;
import org.segue.listens.RereadRepository;
import org.segue.listens.RereadRepository.Replaced;
import org.segue.listens.ToldWords;
import org.segue.storage.Database;

/**
 * Brings staged rows into the database: users and songs first, then what they have to do with each other, in turns that
 * leave the writer to others in between. Nothing of it is in force before the import is completed.
 */
@Singleton
class ImportMerger {

    private static final String UNKNOWN_SONG = SkipPhrase.UNKNOWN_SONG.english();

    /** Words of so many listens are in memory at once. */
    private static final int LISTENS_IN_WORDS = 5000;

    private final Database database;
    private final SourceRepository sources;
    private final FeedbackRepository feedback;
    private final UserRepository users;
    private final HouseRepository house;
    private final SongRepository songs;
    private final ArtistRepository artists;
    private final PlayCountRepository playCounts;
    private final ListenRepository listens;
    private final ImportedWords words;
    private final ImportedListRepository lists;

    ImportMerger(
            Database database,
            SourceRepository sources,
            FeedbackRepository feedback,
            UserRepository users,
            HouseRepository house,
            SongRepository songs,
            ArtistRepository artists,
            PlayCountRepository playCounts,
            ListenRepository listens,
            ImportedWords words,
            ImportedListRepository lists) {
        this.database = database;
        this.sources = sources;
        this.feedback = feedback;
        this.users = users;
        this.house = house;
        this.songs = songs;
        this.artists = artists;
        this.playCounts = playCounts;
        this.listens = listens;
        this.words = words;
        this.lists = lists;
    }

    void merge(int importId, Source source, StagedRowsRepository staging, ImportProgress progress) {
        progress.toMerge(staging.listens() + staging.counted());
        mergeNames(importId, source, staging);

        Added addedListens = new Added();
        Added addedCells = new Added();
        staging.playCounts(cells -> {
            database.writeEach(
                    cells, (connection, turn) -> playCounts.add(connection, importId, source, turn, addedCells));
            progress.merged(addedListens, addedCells);
        });
        replaceFormer(staging, progress);
        long repeated = staging.listens(database, portion -> {
            addListens(importId, staging, portion, addedListens);
            progress.merged(addedListens, addedCells);
        });
        progress.repeated(repeated);
        staging.verdicts(portion -> mergeFeedback(importId, portion, progress));
        staging.lists(portion -> lists.add(importId, portion, progress::skipped));
    }

    private void addListens(int importId, StagedRowsRepository staging, List<Listen> portion, Added added) {
        boolean areTold = portion.stream().anyMatch(listen -> listen.words() != 0);
        int step = areTold ? LISTENS_IN_WORDS : Math.max(1, portion.size());
        for (int from = 0; from < portion.size(); from += step) {
            List<Listen> some = portion.subList(from, Math.min(portion.size(), from + step));
            Map<Integer, ToldWords> told = staging.told().words(some);
            database.writeEach(some, (connection, turn) -> listens.add(connection, importId, turn, told::get, added));
        }
    }

    private void replaceFormer(StagedRowsRepository staging, ImportProgress progress) {
        Replaced replaced = new Replaced();
        staging.rereads(portion -> database.writeEach(portion, (connection, turn) -> {
            try (RereadRepository former = new RereadRepository(connection, SpotifyImporter.NAME)) {
                former.replace(turn, replaced);
            }
        }));
        if (replaced.moved() + replaced.listens() + replaced.skips() > 0) {
            progress.note(ImportPhrase.REREAD.with(replaced.moved(), replaced.listens(), replaced.skips()));
        }
    }

    private void mergeNames(int importId, Source source, StagedRowsRepository staging) {
        staging.users(found -> addUsers(importId, found, staging));
        staging.songs(found -> addSongs(importId, source, found, staging));
        staging.artists(portion -> database.writeEach(portion, CreditRepository::identify));
        int[] known = staging.needsLengths() ? database.read(SongLengthRepository::all) : new int[0];
        staging.keysAreComplete(database.read(SongMergeRepository::joinedForGood), known);
        words.choose(staging);
    }

    private void mergeFeedback(int importId, List<StagedFeedback> said, ImportProgress progress) {
        List<ImportedFeedback> known = new ArrayList<>();
        database.writeEach(said, (connection, turn) -> {
            while (turn.hasNext()) {
                StagedFeedback one = turn.next();
                int key = one.songId();
                if (one.artist() != null) {
                    key = artists.resolve(connection, one.artist());
                } else if (key == 0 && one.mbid() != null) {
                    key = songs.ofMbid(connection, one.mbid());
                }
                if (key == 0) {
                    progress.skipped(UNKNOWN_SONG);
                } else {
                    known.add(imported(one, key));
                }
            }
        });
        database.writeEach(known, (connection, turn) -> feedback.add(connection, importId, turn));
    }

    private static ImportedFeedback imported(StagedFeedback one, int key) {
        Subject subject = one.artist() == null ? Subject.SONG : Subject.ARTIST;
        Instant until = one.until() == null ? null : Instant.ofEpochSecond(one.until());
        return new ImportedFeedback(one.userId(), new Feedback(subject, key, one.verdict(), until), one.judgedAt());
    }

    private void addUsers(int importId, List<StagedUser> found, StagedRowsRepository staging) {
        for (int from = 0; from < found.size(); ) {
            String source = found.get(from).source();
            int to = from;
            while (to < found.size() && Objects.equals(found.get(to).source(), source)) {
                to++;
            }
            addUsers(importId, source, found.subList(from, to), staging);
            from = to;
        }
    }

    private void addUsers(
            int importId, @Nullable String sourceName, List<StagedUser> found, StagedRowsRepository staging) {
        if (sourceName == null || sourceName.equals(SourceRepository.HOUSE)) {
            addOwnUsers(importId, found, staging);
            return;
        }
        Source source = database.writeNow(connection -> sources.resolve(connection, sourceName));
        Iterator<StagedUser> inOrder = found.iterator();
        database.writeEach(
                found.stream().map(StagedUser::id).toList(),
                (connection, turn) -> users.resolve(
                        connection,
                        source,
                        importId,
                        turn,
                        (id, key) -> staging.keepUserKey(inOrder.next().number(), key)));
    }

    private void addOwnUsers(int importId, List<StagedUser> found, StagedRowsRepository staging) {
        try {
            database.writeEach(found, (connection, turn) -> {
                Source ofHouse = sources.resolve(connection, SourceRepository.HOUSE);
                while (turn.hasNext()) {
                    StagedUser user = turn.next();
                    int key = house.resolve(connection, ofHouse, importId, user.id(), user.name());
                    staging.keepUserKey(user.number(), key);
                }
            });
        } catch (AmbiguousNameException e) {
            throw new ListenerException(e.sentence());
        }
    }

    private void addSongs(int importId, Source source, List<StagedSong> found, StagedRowsRepository staging) {
        Iterator<StagedSong> inOrder = found.iterator();
        database.writeEach(
                found.stream().map(StagedSong::song).toList(),
                (connection, turn) -> songs.resolve(
                        connection,
                        source,
                        importId,
                        turn,
                        (song, key) -> staging.keepSongKey(inOrder.next().number(), key)));
    }
}
