package org.segue.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.segue.evaluation.EvaluationReport;
import org.segue.evaluation.Evaluator;
import org.segue.imports.ImportException;
import org.segue.imports.ImportOptions;
import org.segue.interactions.HoldOut;
import org.segue.interactions.InteractionMatrix;
import org.segue.model.FactorModel;
import org.segue.ranking.DiverseRecommender;
import org.segue.ranking.DiversityReranker;
import org.segue.ranking.FactorRecommender;
import org.segue.text.Sentence;
import org.segue.training.TrainingFailedException;
import org.segue.training.TrainingRunner;
import org.segue.training.TrainingSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code segue evaluate}: holds songs out of files, trains on the rest, and prints how well the model ranks the songs held
 * out, beside popularity and item-cosine on the same split. No server, no database. Figures go to standard output, all else
 * to standard error. Exit code 0; 1 if it cannot be done, 2 if an argument is wrong.
 */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Holds songs of each user out (the latest where times are known), trains on the rest, and measures how"
                        + " well the held-out songs are found; no server, no database.")
public final class EvaluateCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Tables or histories that name their users, in any format that can be imported, archives too")
    private List<Path> data = List.of();

    @Option(
            names = "--splits",
            converter = CountConverter.class,
            defaultValue = "1",
            paramLabel = "N",
            description = "How many times to split, train and measure (${DEFAULT-VALUE})")
    private int splits;

    @Option(
            names = "--hold-out",
            paramLabel = "random|time|session",
            description =
                    "Which songs are held out: any fifth; the fifth that each user came to last; the new songs of each"
                            + " user's last session (time where half of the interactions have times, else random)")
    private @Nullable String holdOut;

    @Option(names = "--random", description = "The same as --hold-out=random")
    private boolean random;

    @Option(
            names = "--household",
            converter = CountConverter.class,
            split = ",",
            paramLabel = "K",
            description =
                    "Also draw households of K users, 1,3,5 for instance, and compare what is found for them with and"
                            + " without everybody else as a background")
    private List<Integer> householdSizes = List.of();

    @Option(
            names = "--households",
            converter = CountConverter.class,
            defaultValue = "20",
            paramLabel = "N",
            description = "How many households of each size to draw (${DEFAULT-VALUE})")
    private int households;

    @Option(
            names = "--adventure",
            split = ",",
            paramLabel = "A",
            description = "Also measure answers of such an adventure, 0.25,0.5,1 for instance, on the first split")
    private List<Double> adventures = List.of();

    @Option(names = "--value-column", paramLabel = "C", description = "Column of the plays or ratings")
    private @Nullable String valueColumn;

    @Mixin
    private BackgroundOptions backgroundOptions = new BackgroundOptions();

    @Mixin
    private DateOptions dateOptions = new DateOptions();

    @Mixin
    private HyperparameterOptions hyperparameterOptions = new HyperparameterOptions();

    @Spec
    private @Nullable CommandSpec spec;

    private final TrainingRunner runner;

    /** A command that trains in a process of its own. */
    public EvaluateCommand() {
        this(FileTraining.workerProcess());
    }

    /**
     * A command.
     *
     * @param runner where it trains
     */
    EvaluateCommand(TrainingRunner runner) {
        this.runner = runner;
    }

    @Override
    public Integer call() throws InterruptedException {
        return CommandWork.exitCode(this::evaluate, err());
    }

    /** The first split, and the model that was fitted to its training part. */
    private record Fitted(HoldOut holdOut, FactorModel model) {}

    private void evaluate() throws IOException, InterruptedException, TrainingFailedException {
        TrainingSpec asked = hyperparameterOptions.spec();
        checkOptions();
        HoldOut.Order wanted = order();
        ImportOptions importOptions = dateOptions.in(new ImportOptions(ImportOptions.AUTO, null, null, valueColumn));
        FileInteractions interactions = FileInteractions.read(data, importOptions);
        FileTraining training = new FileTraining(runner, interactions.measure(), err());
        InteractionMatrix matrix = interactions.matrix();
        training.tellSize(interactions, matrix);
        EvaluationTable table =
                new EvaluationTable(out(), asked.hyperparameters().seed());
        HoldOut.Order order = wanted == null ? HoldOut.Order.usual(matrix) : wanted;
        if (!backgroundOptions.sizes().isEmpty()) {
            tryBackground(new BackgroundTrial(interactions, matrix, order, asked, training), order, table);
            return;
        }
        Fitted first = evaluateSplits(matrix, order, asked, training, table);
        printAdventures(first, table);
        tryHouseholds(first, asked.unsearched(), training.quiet(), table);
    }

    private void checkOptions() {
        adventures.forEach(adventure -> new DiversityReranker(0, adventure));
        backgroundOptions.sizes();
        backgroundOptions.known();
    }

    private void tryBackground(BackgroundTrial trial, HoldOut.Order order, EvaluationTable table)
            throws IOException, InterruptedException, TrainingFailedException {
        table.printBackground(byWhat(order), trial.run(backgroundOptions.sizes()));
        if (!backgroundOptions.known().isEmpty()) {
            table.printKnown(trial.known(backgroundOptions.known()));
        }
    }

    private Fitted evaluateSplits(
            InteractionMatrix matrix,
            HoldOut.Order order,
            TrainingSpec asked,
            FileTraining training,
            EvaluationTable table)
            throws IOException, InterruptedException, TrainingFailedException {
        long seed = asked.hyperparameters().seed();
        SplitContest all = new SplitContest();
        Fitted first = null;
        for (int s = 0; s < splits; s++) {
            HoldOut split = holdOut(matrix, order, seed + s);
            if (first == null) {
                err().println("Held out: " + words(order));
            }
            FactorModel model =
                    training.train(split.training(), asked.withSeed(seed + s)).model();
            SplitContest reached = SplitContest.of(split, model, seed);
            all.add(reached);
            if (splits > 1) {
                table.print("Split %d %s".formatted(s + 1, byWhat(order)), reached);
            }
            first = first == null ? new Fitted(split, model) : first;
        }
        table.print((splits == 1 ? "One split " : "Mean of %d splits ".formatted(splits)) + byWhat(order), all);
        return Objects.requireNonNull(first, "there is at least one split");
    }

    private HoldOut.@Nullable Order order() {
        if (random && holdOut != null && !holdOut.equalsIgnoreCase("random")) {
            throw new IllegalArgumentException("illegal --random: --hold-out says %s".formatted(holdOut));
        }
        return holdOut == null
                ? (random ? HoldOut.Order.RANDOM : null)
                : HyperparameterOptions.word(HoldOut.Order.class, "--hold-out", holdOut);
    }

    private static HoldOut holdOut(InteractionMatrix matrix, HoldOut.Order order, long seed) {
        HoldOut split = HoldOut.of(matrix, order, seed);
        if (split.tests().isEmpty()) {
            throw new ImportException(Sentence.plain(
                    "Not enough data to test: no user has at least %d songs shared with others (for a split by session, with times)."
                            .formatted(HoldOut.MIN_SONGS)));
        }
        return split;
    }

    private void printAdventures(Fitted split, EvaluationTable table) {
        if (adventures.isEmpty()) {
            return;
        }
        Evaluator evaluator = new Evaluator(split.holdOut(), table.seed());
        FactorRecommender plain = new FactorRecommender(split.model());
        Map<Double, EvaluationReport> reports = new LinkedHashMap<>();
        for (double adventure : adventures) {
            DiversityReranker reranker = new DiversityReranker(0, adventure);
            reports.put(
                    adventure,
                    evaluator.evaluate(new DiverseRecommender(
                            plain, reranker, split.holdOut().training())));
        }
        table.printAdventures(reports);
    }

    private void tryHouseholds(Fitted split, TrainingSpec asked, FileTraining training, EvaluationTable table)
            throws IOException, InterruptedException, TrainingFailedException {
        HouseholdTrial trial = new HouseholdTrial(split.holdOut(), split.model(), asked, training);
        for (int size : householdSizes) {
            if (size > trial.largest()) {
                throw new ImportException(Sentence.plain(
                        "Only %d users to test on, too few for a household of %d.".formatted(trial.largest(), size)));
            }
            table.printHouseholds(size, households, trial.run(size, households));
        }
    }

    private static String words(HoldOut.Order order) {
        return switch (order) {
            case RANDOM -> "a fifth of each user's songs, at random";
            case TIME -> "a fifth of each user's songs, those first heard last";
            case SESSION -> "the new songs of each user's last session";
        };
    }

    private static String byWhat(HoldOut.Order order) {
        return order == HoldOut.Order.RANDOM
                ? "at random"
                : "by " + order.name().toLowerCase(Locale.ROOT);
    }

    private PrintWriter out() {
        return spec().commandLine().getOut();
    }

    private PrintWriter err() {
        return spec().commandLine().getErr();
    }

    private CommandSpec spec() {
        return Objects.requireNonNull(spec, "set by the command line");
    }
}
