/**
 * The pages. Each has a package of its own below, with its class, its views and its messages; what several pages share is
 * here. Templates are in {@code src/main/resources/templates} (what several share, in {@code parts}), style and scripts in
 * {@code META-INF/resources/assets}.
 *
 * <p>May import every room but {@code api}, {@code protocols} and {@code cli}, and no page.
 */
@NullMarked
package org.segue.web;

import org.jspecify.annotations.NullMarked;
