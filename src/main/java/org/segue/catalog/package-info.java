/**
 * Users, songs and artists: integer keys inside, public ids outside, aliases by source, search; the one
 * place that turns a name into one of them.
 *
 * <p>May import {@code text} and {@code storage}.
 */
@NullMarked
package org.segue.catalog;

import org.jspecify.annotations.NullMarked;
