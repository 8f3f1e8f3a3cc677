package org.segue.text;

/**
 * A cell of a table that spreadsheets open: what they would take for a formula begins with an apostrophe, which makes it a text
 * there.
 *
 * <p>A table that is taken in again says by a column {@value #MARK}, with {@value #VERSION} in each row, that apostrophes are to be
 * taken away: there what begins with one itself has another before it.
 */
public final class SpreadsheetCell {

    /** The column that tells a table of Segue's. */
    public static final String MARK = "segue";

    /** How its cells are written. */
    public static final String VERSION = "1";

    /** What formulas begin with, in narrow and wide letters, and what cells are left by. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private SpreadsheetCell() {}

    /** Text as it is written where nobody takes it in again. */
    public static String safe(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? '\'' + text : text;
    }

    /** Text as it is written in a table with the {@link #MARK}. */
    public static String escape(String text) {
        return text.startsWith("'") ? '\'' + text : safe(text);
    }

    /** Text as it was before {@link #escape}. */
    public static String unescape(String cell) {
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }
}
