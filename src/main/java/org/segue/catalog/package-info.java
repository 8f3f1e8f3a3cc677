/**
 * Users, songs and artists: integer keys inside, public ids outside, aliases by source, search.
 *
 * <p>May import {@code storage}.
 */
@NullMarked
package org.segue.catalog;

import org.jspecify.annotations.NullMarked;
