/** What the benchmarks have in common: listening that looks real, and models trained on it. May import any room. */
@NullMarked
package org.segue.benchmark;

import org.jspecify.annotations.NullMarked;
