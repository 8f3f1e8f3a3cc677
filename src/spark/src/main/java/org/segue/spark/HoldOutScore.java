package org.segue.spark;

import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.segue.interactions.ConfidenceWeighting;
import org.segue.ranking.linalg.SymmetricMatrix;
import scala.Tuple2;

/** Mean NDCG@10 over listeners of whose songs some are held out. */
final class HoldOutScore {

    private final JavaSparkContext spark;
    private final JavaRDD<TestedListener> listeners;
    private final Objective objective;
    private final ConfidenceWeighting confidence;

    HoldOutScore(
            JavaSparkContext spark,
            JavaRDD<TestedListener> listeners,
            Objective objective,
            ConfidenceWeighting confidence) {
        this.spark = spark;
        this.listeners = listeners;
        this.objective = objective;
        this.confidence = confidence;
    }

    /** NDCG@10 of a table's recommendations; not a number if nobody is tested. */
    double of(EmbeddingTable table) {
        spark.setJobDescription("songs held out");
        int dimension = objective.dimension();
        ConfidenceWeighting weighting = confidence;
        Objective minimized = objective;
        double[] gram = table.gram(objective.unobservedWeight()).upperTriangle();
        Broadcast<EmbeddingTable> songs = spark.broadcast(table);
        List<Tuple2<Long, Double>> scores = listeners
                .map(listener -> {
                    SymmetricMatrix unobserved = SymmetricMatrix.ofUpperTriangle(dimension, gram);
                    UserSolver solver = new UserSolver(
                            minimized, weighting, unobserved, songs.value().rows());
                    return new Tuple2<>(listener.place(), listener.ndcg(solver, songs.value()));
                })
                .collect();
        songs.destroy();
        return scores.stream()
                .sorted(Comparator.comparingLong(Tuple2::_1))
                .mapToDouble(Tuple2::_2)
                .average()
                .orElse(Double.NaN);
    }
}
