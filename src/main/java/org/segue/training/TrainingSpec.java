package org.segue.training;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.segue.interactions.InteractionMatrix;
import org.segue.model.Hyperparameters;
import org.segue.model.Objective;
import org.segue.model.Recency;

/**
 * What to train. In a job's folder it is {@code spec.json}.
 *
 * @param hyperparameters what to fit, or where the search of it starts
 * @param open what is still to be replaced by what suits the interactions
 * @param tuning what to search; null to take the hyperparameters as they are, as those of the explicit objective always are
 * @param evaluate whether to test on a hold-out, and to activate the model only if that goes well
 * @param incumbent hyperparameters of the model that answers now, to compare with on the same hold-out; null if there are none
 *     to compare with
 */
@RegisterForReflection
public record TrainingSpec(
        Hyperparameters hyperparameters,
        Open open,
        @Nullable TuningSpace tuning,
        boolean evaluate,
        @Nullable Hyperparameters incumbent) {

    /**
     * Values that nobody asked for.
     *
     * @param unobservedWeight α0
     * @param epochs passes over the interactions
     */
    @RegisterForReflection
    public record Open(boolean unobservedWeight, boolean epochs) {

        /** All were asked for. */
        static final Open NOTHING = new Open(false, false);
    }

    /** Checks that the hyperparameters are there. */
    public TrainingSpec {
        Objects.requireNonNull(hyperparameters, "the specification lacks hyperparameters");
    }

    /** A specification of exactly these hyperparameters, with nothing to compare with. */
    public TrainingSpec(Hyperparameters hyperparameters, @Nullable TuningSpace tuning, boolean evaluate) {
        this(hyperparameters, Open.NOTHING, tuning, evaluate, null);
    }

    /** The default hyperparameters, not searched. */
    static TrainingSpec byDefault() {
        return new TrainingSpec(Hyperparameters.implicitDefaults(), new Open(true, true), null, true, null);
    }

    /** The same with another seed. */
    public TrainingSpec withSeed(long seed) {
        return new TrainingSpec(hyperparameters.withSeed(seed), open, tuning, evaluate, incumbent);
    }

    /** The same without a search. */
    public TrainingSpec unsearched() {
        return new TrainingSpec(hyperparameters, open, null, evaluate, incumbent);
    }

    /**
     * The same for interactions, which are not empty.
     *
     * @param answering hyperparameters of the model that answers now, null if there is none. They are compared with only if
     *     both objectives are the implicit one: the explicit one is for values, and to fit it for its ranking would take longest
     */
    public TrainingSpec resolved(InteractionMatrix interactions, @Nullable Hyperparameters answering) {
        boolean comparable = ranks(hyperparameters) && answering != null && ranks(answering);
        Hyperparameters suited = withUsualRecency(hyperparameters, interactions);
        suited = open.epochs ? suited.withUsualEpochs() : suited;
        return new TrainingSpec(
                open.unobservedWeight ? suited.withUsualUnobservedWeight(interactions) : suited,
                Open.NOTHING,
                tuning,
                evaluate,
                comparable ? answering : null);
    }

    // Those of a model of before say nothing of time, nor does a request.
    private static Hyperparameters withUsualRecency(Hyperparameters hyperparameters, InteractionMatrix interactions) {
        boolean isOpen = hyperparameters.recency() == null && ranks(hyperparameters);
        return isOpen ? hyperparameters.withRecency(interactions.isDated() ? Recency.usual() : null) : hyperparameters;
    }

    /** Whether a search comes first. */
    boolean searches() {
        return ranks(hyperparameters) && tuning != null;
    }

    /** Whether songs are held out. The explicit objective holds values out while its one and only fit runs. */
    boolean holdsSongsOut() {
        return ranks(hyperparameters) && evaluate;
    }

    private static boolean ranks(Hyperparameters hyperparameters) {
        return hyperparameters.loss().objective() == Objective.IMPLICIT;
    }
}
