package org.segue.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.segue.evaluation.Estimate;
import org.segue.evaluation.EvaluationReport;
import org.segue.evaluation.Evaluator;
import org.segue.evaluation.SplitScores;
import org.segue.evaluation.UserScores;
import org.segue.imports.ImportException;
import org.segue.imports.ImportOptions;
import org.segue.interactions.HoldOut;
import org.segue.interactions.InteractionMatrix;
import org.segue.model.FactorModel;
import org.segue.model.Hyperparameters;
import org.segue.model.StoredModel;
import org.segue.ranking.DiverseRecommender;
import org.segue.ranking.DiversityReranker;
import org.segue.ranking.FactorRecommender;
import org.segue.ranking.ItemCosineRecommender;
import org.segue.ranking.PopularityRecommender;
import org.segue.training.TrainingFailedException;
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
                "Holds a fifth of each user's songs out (the latest where times are known), trains on the rest, and"
                        + " measures how well the songs held out"
                        + " are found; no server, no database.")
public final class EvaluateCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Tables or histories that name their users, in any format that can be imported, archives too")
    private List<Path> data = List.of();

    @Option(
            names = "--splits",
            defaultValue = "1",
            paramLabel = "N",
            description = "How many times to split, train and measure (${DEFAULT-VALUE})")
    private int splits;

    @Option(
            names = "--random",
            description = "Hold random songs out even where times tell which songs each user came to last")
    private boolean random;

    @Option(
            names = "--household",
            split = ",",
            paramLabel = "K",
            description =
                    "Also draw households of K users, 1,3,5 for instance, and compare what is found for them with and"
                            + " without everybody else as a background")
    private List<Integer> householdSizes = List.of();

    @Option(
            names = "--households",
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
    private HyperparameterOptions hyperparameterOptions = new HyperparameterOptions();

    @Spec
    private @Nullable CommandSpec spec;

    /** Scores of the model and of the baselines, on the splits so far. */
    private record Contest(SplitScores model, SplitScores popularity, SplitScores itemCosine) {

        Contest() {
            this(new SplitScores(), new SplitScores(), new SplitScores());
        }

        static Contest of(HoldOut holdOut, FactorModel fitted, long seed) {
            Evaluator evaluator = new Evaluator(holdOut, seed);
            Contest contest = new Contest();
            contest.model.add(evaluator.userIds(), evaluator.score(new FactorRecommender(fitted)));
            contest.popularity.add(evaluator.userIds(), evaluator.score(PopularityRecommender.of(holdOut.training())));
            contest.itemCosine.add(evaluator.userIds(), evaluator.score(new ItemCosineRecommender(holdOut.training())));
            return contest;
        }

        void add(Contest split) {
            model.add(split.model);
            popularity.add(split.popularity);
            itemCosine.add(split.itemCosine);
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            Hyperparameters hyperparameters = hyperparameterOptions.hyperparameters();
            requirePositive("--splits", splits);
            requirePositive("--households", households);
            householdSizes.forEach(size -> requirePositive("--household", size));
            adventures.forEach(adventure -> new DiversityReranker(0, adventure));
            ImportOptions options = new ImportOptions(ImportOptions.AUTO, null, null, valueColumn);
            evaluate(FileInteractions.read(data, options), hyperparameters);
            return 0;
        } catch (IllegalArgumentException e) {
            return complain(e.getMessage(), 2);
        } catch (NoSuchFileException e) {
            return complain("There is no file " + e.getFile(), 1);
        } catch (ImportException | TrainingFailedException | IOException e) {
            return complain(e.getMessage(), 1);
        }
    }

    private static void requirePositive(String option, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("illegal %s: %d, must be positive".formatted(option, value));
        }
    }

    private int complain(@Nullable String words, int exitCode) {
        err().println(words);
        return exitCode;
    }

    private void evaluate(FileInteractions interactions, Hyperparameters hyperparameters)
            throws IOException, InterruptedException, TrainingFailedException {
        InteractionMatrix matrix = interactions.matrix();
        WorkerTraining worker = new WorkerTraining(err());
        worker.tellSize(interactions, matrix);
        Contest all = new Contest();
        HouseholdTrial trial = null;
        Map<Double, EvaluationReport> strayed = new LinkedHashMap<>();
        for (int s = 0; s < splits; s++) {
            HoldOut holdOut = holdOut(matrix, hyperparameters.seed() + s);
            requireTests(holdOut);
            if (s == 0) {
                err().println("Held out: a fifth of each user's songs, " + words(holdOut.order()));
            }
            StoredModel stored = worker.train(
                    holdOut.training(),
                    interactions.measure(),
                    hyperparameterOptions.order(hyperparameters.seed() + s));
            Contest split = Contest.of(holdOut, stored.model(), hyperparameters.seed());
            all.add(split);
            if (splits > 1) {
                print("Split %d".formatted(s + 1), split, hyperparameters.seed());
            }
            if (s == 0) {
                trial = new HouseholdTrial(
                        holdOut,
                        stored.model(),
                        hyperparameterOptions.unsearched(),
                        worker.quiet(),
                        interactions.measure());
                strayed = strayed(holdOut, stored.model(), hyperparameters.seed());
            }
        }
        print(splits == 1 ? "One split" : "Mean of %d splits".formatted(splits), all, hyperparameters.seed());
        if (!strayed.isEmpty()) {
            out().printf("First split, by adventure%n");
            strayed.forEach((adventure, report) -> print("adventure " + adventure, report));
            out().println();
        }
        if (trial != null) {
            tryHouseholds(trial);
        }
    }

    private Map<Double, EvaluationReport> strayed(HoldOut holdOut, FactorModel model, long seed) {
        Evaluator evaluator = new Evaluator(holdOut, seed);
        FactorRecommender plain = new FactorRecommender(model);
        Map<Double, EvaluationReport> reports = new LinkedHashMap<>();
        for (double adventure : adventures) {
            DiversityReranker variety = new DiversityReranker(0, adventure);
            reports.put(adventure, evaluator.evaluate(new DiverseRecommender(plain, variety, holdOut.training())));
        }
        return reports;
    }

    private void tryHouseholds(HouseholdTrial trial) throws IOException, InterruptedException, TrainingFailedException {
        for (int size : householdSizes) {
            if (size > trial.largest()) {
                throw new ImportException("There are %d users to test on, too few for a household of %d."
                        .formatted(trial.largest(), size));
            }
            print(size, trial.run(size, households));
        }
    }

    private void print(int size, HouseholdTrial.Reached reached) {
        long seed = hyperparameterOptions.hyperparameters().seed();
        UserScores background = reached.withBackground().mean();
        out().printf(Locale.ROOT, "Households of %d, %d drawn%n", size, households);
        print("alone", reached.alone().mean().report(seed));
        print("popular at home", reached.popularAtHome().mean().report(seed));
        print("background", background.report(seed));
        print("popular", reached.popular().mean().report(seed));
        Estimate gain = background.ndcgGainOver(reached.popular().mean(), seed);
        out().printf(
                        Locale.ROOT,
                        "background - popular, paired: NDCG@10 %+.4f (%+.4f to %+.4f)%n%n",
                        gain.mean(),
                        gain.low(),
                        gain.high());
        out().flush();
    }

    private HoldOut holdOut(InteractionMatrix matrix, long seed) {
        return random ? HoldOut.random(matrix, seed) : HoldOut.of(matrix, seed);
    }

    private static void requireTests(HoldOut holdOut) {
        if (holdOut.tests().isEmpty()) {
            throw new ImportException(
                    "There is nobody to test on: it takes users with at least %d songs, of which others"
                                    .formatted(HoldOut.MIN_SONGS)
                            + " have some.");
        }
    }

    private void print(String title, Contest contest, long seed) {
        UserScores model = contest.model().mean();
        UserScores itemCosine = contest.itemCosine().mean();
        out().printf(Locale.ROOT, "%s, %,d test users%n", title, model.ndcgAt10().length);
        out().printf("%-15s %-26s %-26s %-9s %s%n", "", "NDCG@10", "Recall@10", "coverage", "novelty (bits)");
        print("model", model.report(seed));
        print("popularity", contest.popularity().mean().report(seed));
        print("item-cosine", itemCosine.report(seed));
        Estimate gain = model.ndcgGainOver(itemCosine, seed);
        out().printf(
                        Locale.ROOT,
                        "model - item-cosine, paired: NDCG@10 %+.4f (%+.4f to %+.4f)%n%n",
                        gain.mean(),
                        gain.low(),
                        gain.high());
        out().flush();
    }

    private void print(String name, EvaluationReport report) {
        out().printf(
                        Locale.ROOT,
                        "%-15s %-26s %-26s %-9s %s%n",
                        name,
                        words(report.ndcgAt10(), 4),
                        words(report.recallAt10(), 4),
                        String.format(Locale.ROOT, "%.4f", report.coverage()),
                        words(report.novelty(), 2));
    }

    private static String words(HoldOut.Order order) {
        return order == HoldOut.Order.LATEST ? "those first heard last" : "at random";
    }

    private static String words(Estimate estimate, int digits) {
        String format = "%%.%1$df (%%.%1$df to %%.%1$df)".formatted(digits);
        return String.format(Locale.ROOT, format, estimate.mean(), estimate.low(), estimate.high());
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
