package wronghouse.evaluation;

import jakarta.enterprise.inject.Instance;

/** Computes with a framework at hand. */
public record Metric(Instance<Object> beans) {}
