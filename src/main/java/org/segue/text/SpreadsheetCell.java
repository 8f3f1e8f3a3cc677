package org.segue.text;

/**
 * A cell of a table that spreadsheets open. What they would take for a formula begins with an apostrophe, which makes it a text
 * there; so does what begins with an apostrophe itself, so that one can be taken away again.
 *
 * <p>A table whose cells are written so says it by a column {@value #MARK}, with {@value #VERSION} in each row.
 */
public final class SpreadsheetCell {

    /** The column that tells a table of Segue's. */
    public static final String MARK = "segue";

    /** How its cells are written. */
    public static final String VERSION = "1";

    /** What formulas begin with, in narrow and wide letters, and what cells are left by. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private SpreadsheetCell() {}

    /** Text as it is written. */
    public static String escape(String text) {
        return !text.isEmpty() && (text.charAt(0) == '\'' || FORMULA.indexOf(text.charAt(0)) >= 0) ? '\'' + text : text;
    }

    /** Text as it was before it was written. */
    public static String unescape(String cell) {
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }
}
