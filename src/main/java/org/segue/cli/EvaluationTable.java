package org.segue.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.segue.evaluation.Estimate;
import org.segue.evaluation.EvaluationReport;
import org.segue.evaluation.UserScores;

/**
 * Prints what {@code segue evaluate} measures: a line for each recommender, and how far two are apart, paired user by user.
 *
 * @param out where it is printed
 * @param seed where the random choices of the intervals start
 */
record EvaluationTable(PrintWriter out, long seed) {

    private static final String ROW = "%-17s %-26s %-26s %-9s %s%n";

    /** Prints a model beside the baselines. */
    void print(String title, SplitContest contest) {
        UserScores model = contest.model().mean();
        UserScores itemCosine = contest.itemCosine().mean();
        out.printf(Locale.ROOT, "%s, %,d test users%n", title, model.ndcgAt10().length);
        out.printf(ROW, "", "NDCG@10", "Recall@10", "coverage", "novelty (bits)");
        print("model", model.report(seed));
        print("popularity", contest.popularity().mean().report(seed));
        print("item-cosine", itemCosine.report(seed));
        if (!contest.sessionCosine().isEmpty()) {
            UserScores sessionCosine = contest.sessionCosine().mean();
            print("with sessions", sessionCosine.report(seed));
            printGain("model - item-cosine with sessions", model, sessionCosine);
        }
        printGain("model - item-cosine", model, itemCosine);
        printGain("model - popularity", model, contest.popularity().mean());
        out.println();
    }

    /** Prints answers that stray from the model's, by their adventure. */
    void printAdventures(Map<Double, EvaluationReport> reports) {
        out.printf("First split, by adventure%n");
        reports.forEach((adventure, report) -> print("adventure " + adventure, report));
        out.println();
    }

    /** Prints what is found for households of a size with a background and without. */
    void printHouseholds(int size, int households, HouseholdTrial.Reached reached) {
        UserScores background = reached.withBackground().mean();
        UserScores popular = reached.popular().mean();
        out.printf(Locale.ROOT, "Households of %d, %d drawn%n", size, households);
        print("alone", reached.alone().mean().report(seed));
        print("popular at home", reached.popularAtHome().mean().report(seed));
        print("background", background.report(seed));
        print("popular", popular.report(seed));
        printGain("background - popular", background, popular);
        out.println();
    }

    /** Prints what is found for users who are folded into models of a background, beside one model of everybody. */
    void printBackground(String split, BackgroundTrial.Reached reached) {
        UserScores together = reached.together();
        out.printf(
                Locale.ROOT, "Folded in one at a time, split %s, %,d test users%n", split, together.ndcgAt10().length);
        print("all together", together.report(seed));
        print("popular", reached.popular().report(seed));
        for (BackgroundTrial.OfSize size : reached.ofSizes()) {
            print("of %,d".formatted(size.users()), size.foldedIn().report(seed));
            printGain("of %,d - all together".formatted(size.users()), size.foldedIn(), together);
        }
        out.println();
    }

    /** Prints what is found for users of whom few songs are known. */
    void printKnown(List<BackgroundTrial.Known> numbers) {
        for (BackgroundTrial.Known known : numbers) {
            out.printf(
                    Locale.ROOT,
                    "The first %d songs known, %,d test users%n",
                    known.songs(),
                    known.foldedIn().ndcgAt10().length);
            print("folded in", known.foldedIn().report(seed));
            print("popular", known.popular().report(seed));
            print("item-cosine", known.itemCosine().report(seed));
            printGain("folded in - popular", known.foldedIn(), known.popular());
            printGain("folded in - item-cosine", known.foldedIn(), known.itemCosine());
        }
        out.println();
    }

    private void print(String name, EvaluationReport report) {
        out.printf(
                Locale.ROOT,
                ROW,
                name,
                words(report.ndcgAt10(), 4),
                words(report.recallAt10(), 4),
                String.format(Locale.ROOT, "%.4f", report.coverage()),
                words(report.novelty(), 2));
    }

    private void printGain(String name, UserScores scores, UserScores others) {
        Estimate gain = scores.ndcgGainOver(others, seed);
        out.printf(
                Locale.ROOT,
                "%s, paired: NDCG@10 %+.4f (%+.4f to %+.4f)%n",
                name,
                gain.mean(),
                gain.low(),
                gain.high());
        out.flush();
    }

    private static String words(Estimate estimate, int digits) {
        String format = "%%.%1$df (%%.%1$df to %%.%1$df)".formatted(digits);
        return String.format(Locale.ROOT, format, estimate.mean(), estimate.low(), estimate.high());
    }
}
