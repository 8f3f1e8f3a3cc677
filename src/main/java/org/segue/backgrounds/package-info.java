/**
 * What Segue learns from beside the household's own listening: strangers' listens, fetched from a mirror or taken from a data set of
 * one's own, and song models, each brought and undone as a whole; and the demo, which makes room for real listening.
 *
 * <p>May import {@code text}, {@code training}, {@code model}, {@code songmodel}, {@code imports}, {@code listens}, {@code catalog}, {@code jobs} and {@code storage}.
 */
@NullMarked
package org.segue.backgrounds;

import org.jspecify.annotations.NullMarked;
