/**
 * The page of models and trainings.
 *
 * <p>May import every room but {@code api}, {@code protocols} and {@code cli}; of the pages, what all share ({@code web}).
 */
@NullMarked
package org.segue.web.models;

import org.jspecify.annotations.NullMarked;
