/**
 * Sentences for people ({@link org.segue.text.Sentence}), and text from outside as it may leave Segue: in the log, where it must not forge a line, reach a terminal or fill a disk, and in
 * tables, where spreadsheets must not take it for a formula.
 *
 * <p>May import nothing of Segue's.
 */
@NullMarked
package org.segue.text;

import org.jspecify.annotations.NullMarked;
