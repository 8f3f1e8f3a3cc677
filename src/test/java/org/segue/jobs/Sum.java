package org.segue.jobs;

/** A job that adds up. */
record Sum(JobState state, int sum) implements Job<Sum> {

    @Override
    public Sum with(JobState other) {
        return new Sum(other, sum);
    }

    Sum plus(int summand) {
        return new Sum(state, sum + summand);
    }
}
