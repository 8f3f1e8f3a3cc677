package org.segue.spark;

import java.io.Serializable;

/**
 * What a training minimizes, the service's implicit objective:
 *
 * <pre>L = Σ_observed c (ŷ − 1)² + α0 Σ_all ŷ² + λ [Σ_u (n_u + α0 |I|) ‖p_u‖² + Σ_i (n_i + α0 |U|) ‖q_i‖²]</pre>
 *
 * <p>Hu, Koren and Volinsky, "Collaborative Filtering for Implicit Feedback Datasets" (ICDM 2008); the weights of λ by Rendle et al., "Revisiting
 * the Performance of iALS on Item Recommendation Benchmarks" (RecSys 2022).
 *
 * @param dimension d, length of an embedding
 * @param regularization λ
 * @param unobservedWeight α0
 */
record Objective(int dimension, double regularization, double unobservedWeight) implements Serializable {

    /**
     * What multiplies the squared length of an embedding: λ (n + α0 m).
     *
     * @param cells of its row, n
     * @param others rows of the other side, m
     */
    double ridge(long cells, long others) {
        return regularization * (cells + unobservedWeight * others);
    }
}
