package org.segue.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.segue.imports.ImportOptions;
import org.segue.interactions.InteractionMatrix;
import org.segue.interactions.UserHistory;
import org.segue.model.FactorModel;
import org.segue.model.ModelManifest;
import org.segue.model.StoredModel;
import org.segue.ranking.FactorRecommender;
import org.segue.ranking.PopularityRecommender;
import org.segue.ranking.ScoredSong;
import org.segue.ranking.Selection;
import org.segue.ranking.When;
import org.segue.training.TrainingFailedException;
import org.segue.training.TrainingRunner;
import org.segue.training.TrainingSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code segue recommend}: trains on files and prints songs for one user. No server, no database. The songs go to standard
 * output, all else to standard error. Exit code 0; 1 if it cannot be done, 2 if an argument is wrong.
 */
@Command(
        name = "recommend",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Trains on files and prints songs for one user; no server, no database.")
public final class RecommendCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Tables or histories, in any format that can be imported, archives too")
    private List<Path> data = List.of();

    @Option(
            names = "--user",
            required = true,
            paramLabel = "ID",
            description = "Whom for, as the files say it; of files that name nobody, whose listens they are")
    private String user = "";

    @Option(
            names = "-n",
            defaultValue = "10",
            paramLabel = "N",
            converter = CountConverter.class,
            description = "How many songs (${DEFAULT-VALUE})")
    private int n;

    @Option(
            names = "--when",
            paramLabel = "now|lately|always",
            description = "Which listens count before others: those of the moment, of some weeks, or all alike (now)")
    private @Nullable String when;

    @Option(
            names = "--half-life",
            paramLabel = "TIME",
            description = "In the place of --when: the time after which a song counts half, PT5M to P3650D, like PT6H")
    private @Nullable String halfLife;

    @Option(names = "--value-column", paramLabel = "C", description = "Column of the plays or ratings")
    private @Nullable String valueColumn;

    @Mixin
    private DateOptions dateOptions = new DateOptions();

    @Mixin
    private OwnedOptions ownedOptions = new OwnedOptions();

    @Mixin
    private HyperparameterOptions hyperparameterOptions = new HyperparameterOptions();

    @Spec
    private @Nullable CommandSpec spec;

    private enum Moment {
        NOW,
        LATELY,
        ALWAYS
    }

    private final TrainingRunner runner;

    /** A command that trains in a process of its own. */
    public RecommendCommand() {
        this(FileTraining.workerProcess());
    }

    /**
     * A command.
     *
     * @param runner where it trains
     */
    RecommendCommand(TrainingRunner runner) {
        this.runner = runner;
    }

    @Override
    public Integer call() throws InterruptedException {
        return CommandWork.exitCode(this::recommend, err());
    }

    private void recommend() throws IOException, InterruptedException, TrainingFailedException {
        TrainingSpec asked = hyperparameterOptions.spec();
        Selection selection = Selection.unheard(n);
        ImportOptions options = dateOptions.in(new ImportOptions(ImportOptions.AUTO, null, user, valueColumn));
        When time = time();
        ownedOptions.choice();
        FileInteractions interactions = FileInteractions.read(data, options);
        InteractionMatrix matrix = interactions.matrix();
        FileTraining training = new FileTraining(runner, interactions.measure(), err());
        training.tellSize(interactions, matrix);
        StoredModel stored = training.train(matrix, asked);
        tellTestError(stored.manifest());
        print(interactions, rank(interactions, stored.model(), options, selection, time));
    }

    private When time() {
        if (halfLife == null) {
            Moment moment = when == null ? Moment.NOW : HyperparameterOptions.word(Moment.class, "--when", when);
            return When.of(When.Kind.valueOf(moment.name()));
        }
        if (when != null) {
            throw new IllegalArgumentException("--half-life stands in the place of --when: give one or the other");
        }
        return When.ofHalfLife(halfLife)
                .orElseThrow(() -> new IllegalArgumentException(
                        "illegal --half-life: %s, must be a time from PT5M to P3650D, like PT6H".formatted(halfLife)));
    }

    private void print(FileInteractions interactions, List<ScoredSong> songs) {
        PrintWriter out = spec().commandLine().getOut();
        for (int i = 0; i < songs.size(); i++) {
            ScoredSong song = songs.get(i);
            out.printf(Locale.ROOT, "%3d. %s  (%.4f)%n", i + 1, interactions.words(song.songId()), song.score());
        }
        out.flush();
        if (songs.isEmpty()) {
            err().printf("Nothing is left to recommend to %s: every song of the files has been heard.%n", user);
        }
    }

    private List<ScoredSong> rank(
            FileInteractions interactions, FactorModel model, ImportOptions options, Selection selection, When time)
            throws IOException {
        Integer key = interactions.userKey(user);
        InteractionMatrix matrix = interactions.matrix();
        if (key == null) {
            err().printf("The files do not name the user %s: these are the songs that most people play.%n", user);
            return ownedOptions
                    .of(PopularityRecommender.of(matrix), interactions, options)
                    .recommend(new UserHistory(Integer.MAX_VALUE, new int[0], new float[0]), selection);
        }
        return ownedOptions
                .of(new FactorRecommender(model).at(time), interactions, options)
                .recommend(matrix.history(matrix.userIndexOf(key)), selection);
    }

    private void tellTestError(ModelManifest manifest) {
        if (manifest.fit().testMse() != null) {
            err().printf(
                            Locale.ROOT,
                            "mean squared error on the test part: %.4f, of the mean %.4f%n",
                            manifest.fit().testMse(),
                            manifest.fit().meanMse());
        }
    }

    private PrintWriter err() {
        return spec().commandLine().getErr();
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec, "set by the command line");
    }
}
