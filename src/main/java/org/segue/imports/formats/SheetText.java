package org.segue.imports.formats;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * A sheet of a spreadsheet as a table between commas, row by row: each row on the line of its number, dates as {@code 2024-05-31
 * 20:15:00}. For one thread.
 */
final class SheetText extends InputStream {

    /** Tables of histories have a few columns; what a hostile row has beyond is left out. */
    private static final int MAX_COLUMNS = 300;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /** A number format of dates: it has a day or an hour in it outside of quotes, brackets and colors. */
    private static final Pattern NO_DATE_PARTS = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");

    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private int line;
    private byte[] bytes = new byte[0];
    private int position;

    SheetText(Sheet sheet) throws IOException {
        stream = sheet.openStream();
        rows = stream.iterator();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (position == bytes.length) {
            if (!next()) {
                return -1;
            }
        }
        int count = Math.min(length, bytes.length - position);
        System.arraycopy(bytes, position, buffer, offset, count);
        position += count;
        return count;
    }

    // The reader throws unchecked exceptions at damaged sheets, whatever its arithmetic comes across.
    private boolean next() throws IOException {
        try {
            if (!rows.hasNext()) {
                return false;
            }
            Row row = rows.next();
            StringBuilder text = new StringBuilder();
            for (; line < row.getRowNum() - 1; line++) {
                text.append('\n');
            }
            append(row, text);
            line++;
            bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            position = 0;
            return true;
        } catch (RuntimeException e) {
            throw new IOException("it is a damaged spreadsheet (behind row %d)".formatted(line), e);
        }
    }

    private static void append(Row row, StringBuilder text) {
        for (int column = 0; column < Math.min(row.getCellCount(), MAX_COLUMNS); column++) {
            text.append(column == 0 ? "" : ",").append(quoted(text(row.getCell(column))));
        }
        text.append('\n');
    }

    private static String quoted(String field) {
        String oneLine = field.replace('\n', ' ').replace('\r', ' ');
        return oneLine.indexOf(',') < 0 && oneLine.indexOf('"') < 0
                ? oneLine
                : '"' + oneLine.replace("\"", "\"\"") + '"';
    }

    private static String text(@org.jspecify.annotations.Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        if (cell.getType() != CellType.NUMBER) {
            return cell.getText();
        }
        if (isDate(cell)) {
            LocalDateTime date = cell.asDate();
            return DATE.format(date.plusNanos(500_000_000));
        }
        BigDecimal number = cell.asNumber();
        // 1E+999999999 would be written out.
        return Math.abs((long) number.scale()) > 100 ? cell.getRawValue() : number.toPlainString();
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        if (format == null) {
            return false;
        }
        String parts = NO_DATE_PARTS.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        return parts.indexOf('y') >= 0 || parts.indexOf('d') >= 0 || parts.indexOf('h') >= 0;
    }

    @Override
    public void close() {
        stream.close();
    }
}
