/**
 * Trains a song model on Apache Spark: listens in, a file out that holds no listener. A program for {@code spark-submit}, {@link
 * org.segue.spark.TrainSongModel}; a build of its own, which compiles from the service's sources what both do alike.
 *
 * <p>May import {@code songmodel}, {@code catalog.RecordingKey} and {@code catalog.NameText}, {@code ranking.linalg}, {@code
 * evaluation.RankingMetrics} and {@code interactions.ConfidenceWeighting}.
 */
@NullMarked
package org.segue.spark;

import org.jspecify.annotations.NullMarked;
