/**
 * The pages: templates, style and script.
 *
 * <p>May import every room but {@code api}.
 */
@NullMarked
package org.segue.web;

import org.jspecify.annotations.NullMarked;
