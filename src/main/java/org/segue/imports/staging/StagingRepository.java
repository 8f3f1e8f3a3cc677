package org.segue.imports.staging;

import static org.segue.storage.Statements.bind;
import static org.segue.storage.Statements.firstInt;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.imports.BadRows.BadRow;
import org.segue.imports.ImportOptions.Background;
import org.segue.imports.ImportOptions.Worth;
import org.segue.imports.ImportProgress;
import org.segue.imports.ImportSink;
import org.segue.imports.SkipPhrase;
import org.segue.imports.formats.ExternalFeedback;
import org.segue.imports.formats.ExternalFeedback.Target;
import org.segue.imports.formats.ExternalList;
import org.segue.imports.formats.ExternalListen;
import org.segue.imports.formats.FilesOwner;
import org.segue.imports.formats.HistoryFile;
import org.segue.imports.formats.HistoryImporter;
import org.segue.listens.Listen;
import org.segue.listens.Measure;
import org.segue.storage.ScratchDatabase;
import org.segue.storage.Statements;
import org.segue.storage.StorageException;
import org.segue.text.Sentence;

/**
 * Takes the rows of one import: listens into {@link ListenRuns}, all else into a scratch database. Both sort on disk, so that
 * memory does not grow with the files and the main database is written in the order in which it is stored. For one thread.
 */
public final class StagingRepository implements ImportSink, AutoCloseable {

    /** A play of less than thirty seconds, or one that the player marks so. */
    public static final String SKIP = SkipPhrase.SHORT.english();
    /** What reports call a file that is passed over. */
    public static final String NO_HISTORY = SkipPhrase.NO_HISTORY.english();

    private final ImportProgress progress;
    private final RowOwners owners;
    private final Connection connection;
    private ListenRuns listens;
    private final StagedNameRepository users;
    private final StagedSongRepository songs;
    private final StagedWordsRepository words;
    private final StagedRereadRepository rereads;
    private final StagedDroppingRepository dropping;
    private final PreparedStatement insertUser;
    private final PreparedStatement insertRow;
    private final PreparedStatement insertFeedback;
    private final PreparedStatement insertList;
    private final PreparedStatement insertListSong;
    private final Tellers tellers = new Tellers();
    private String source = "";
    private Measure measure = Measure.PLAYS;
    private boolean keepsWords = true;

    /**
     * An empty one.
     *
     * @param listensFile a file for the listens; it is deleted at the end
     * @param owners whose its rows are
     */
    public StagingRepository(ScratchDatabase scratch, Path listensFile, ImportProgress progress, RowOwners owners)
            throws IOException {
        this.progress = progress;
        this.owners = owners;
        this.connection = scratch.connection();
        this.listens = new ListenRuns(listensFile);
        try {
            StagedTablesRepository.create(connection);
            users = new StagedNameRepository(connection, "user");
            songs = new StagedSongRepository(connection);
            words = new StagedWordsRepository(connection, songs.numbers());
            rereads = new StagedRereadRepository(connection);
            dropping = new StagedDroppingRepository(connection, songs, words);
            insertUser = connection.prepareStatement("INSERT INTO user VALUES (?, ?)");
            insertRow = connection.prepareStatement("INSERT INTO row VALUES (?, ?, ?, ?)");
            insertFeedback = connection.prepareStatement("INSERT INTO feedback VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
            insertList = connection.prepareStatement(
                    "INSERT INTO list (user, id, title, created_at) VALUES (?, ?, ?, ?) RETURNING number");
            insertListSong = connection.prepareStatement("INSERT INTO list_song VALUES (?, ?, ?)");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void begin(HistoryFile file, HistoryImporter importer, String sourceOfFile) {
        source = sourceOfFile;
        tellers.begin(importer.format().name());
        measure = Measure.PLAYS;
    }

    @Override
    public void ignored(HistoryFile file) {
        progress.skipped(NO_HISTORY);
    }

    @Override
    public void owner(FilesOwner ofFiles) {
        owners.owner(ofFiles, source);
    }

    @Override
    public @Nullable FilesOwner owner() {
        return owners.owner();
    }

    @Override
    public void measure(Measure ofRows) {
        measure = ofRows;
    }

    private interface Row {
        void write() throws SQLException, IOException;
    }

    private void stage(Row row) {
        progress.endIfCancelled();
        try {
            row.write();
        } catch (SQLException | IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void interaction(String user, ExternalSong song, double value) {
        stage(() -> bind(insertRow, userNumber(user), songs.number(song), measure == Measure.RATINGS ? 1 : 0, value)
                .executeUpdate());
        progress.row();
    }

    @Override
    public void song(ExternalSong song) {
        stage(() -> songs.describe(song));
    }

    @Override
    public void artist(String name, String mbid) {
        stage(() -> songs.artist(name, mbid));
    }

    @Override
    public void track(ExternalSong song, String uri) {
        stage(() -> songs.track(song, uri));
    }

    @Override
    public void listen(ExternalListen listen) {
        listens(listen, 1);
    }

    @Override
    public void listens(ExternalListen first, int plays) {
        stage(() -> {
            int song = songs.number(first.song());
            int user = userNumber(first.user());
            rereads.add(user, song, first);
            int told = words.number(song, keepsWords ? first.info() : null);
            for (int play = 0; play < plays; play++) {
                Listen listen = first.later((long) play * ExternalListen.APART).listen(user, told);
                listens.add(listen, tellers.of(first.client()), first.brokenOffAfterMs());
            }
            songs.refer(song, first);
        });
        progress.row();
        if (first.isSkipped()) {
            progress.skipped(SKIP);
        }
    }

    @Override
    public void feedback(ExternalFeedback feedback) {
        Target target = feedback.target();
        stage(() -> bind(
                        insertFeedback,
                        userNumber(feedback.user()),
                        target.song() == null ? null : songs.number(target.song()),
                        target.mbid(),
                        target.msid(),
                        target.artist(),
                        feedback.verdict().word(),
                        feedback.judgedAt(),
                        feedback.until())
                .executeUpdate());
        progress.row();
    }

    @Override
    public void list(ExternalList list) {
        stage(() -> {
            int number = firstInt(bind(insertList, userNumber(list.user()), list.id(), list.title(), list.createdAt()));
            int place = 0;
            for (ExternalSong song : list.songs()) {
                bind(insertListSong, number, place++, songs.number(song)).executeUpdate();
            }
        });
        progress.row();
    }

    @Override
    public void skipped(String reason) {
        progress.endIfCancelled();
        progress.row();
        progress.skipped(reason);
    }

    @Override
    public void note(Sentence sentence) {
        progress.note(sentence);
    }

    @Override
    public void badRow(String file, long line, Sentence reason) {
        progress.endIfCancelled();
        progress.badRow(new BadRow(file, line, reason));
    }

    /** There are former imports that may have read the same files otherwise: what they made of them is kept beside the rows. */
    public void expectRereading() {
        stage(rereads::open);
    }

    /** Nobody reads the plays of those users one by one: how each was told is not kept. */
    public void keepNoWords() {
        keepsWords = false;
    }

    /** What has been staged. Its methods are for the same thread. */
    public StagedRowsRepository rows() {
        StagedPortionsRepository portions = new StagedPortionsRepository(connection, progress);
        return new StagedRowsRepository(
                connection,
                listens,
                new StagedRowsRepository.Sizes(users.size(), songs.size(), tellers.count()),
                songs.lengths(),
                new StagedToldRepository(connection, portions, words, songs.lengths(), keepsWords),
                rereads,
                progress);
    }

    /** Drops what of a public dump teaches nothing, of all but people of the house, named by what the source calls them. */
    public void keepWorthTaking(Background background, Worth worth, Set<String> household) {
        stage(() -> {
            WorthTaking choice = new WorthTaking(background, worth, users.size(), songs.size());
            dropping.eachName((number, name) -> choice.user(number, name, household.contains(name)));
            choice.choose(listens);
            ListenRuns wanted = choice.wanted(listens);
            listens.close();
            listens = wanted;
            dropping.drop((number, name) -> !choice.isChosen(number), listens);
            progress.note(choice.sentence());
        });
    }

    /** Drops users with their rows, and the songs that nobody else has. */
    void dropUsers(Set<String> dropped) {
        stage(() -> dropping.drop((number, name) -> dropped.contains(name), listens));
    }

    private int userNumber(String user) throws SQLException {
        String name = owners.staged(user, source);
        int known = users.find(name);
        if (known != 0) {
            return known;
        }
        int number = users.add(name);
        bind(insertUser, number, name).executeUpdate();
        return number;
    }

    @Override
    public void close() throws IOException {
        try {
            users.close();
            songs.close();
            words.close();
            rereads.close();
            Statements.close(insertUser, insertRow, insertFeedback, insertList, insertListSong);
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            listens.close();
        }
    }

    static StorageException failed(Exception e) {
        return new StorageException("Rows cannot be staged: " + e.getMessage(), e);
    }
}
