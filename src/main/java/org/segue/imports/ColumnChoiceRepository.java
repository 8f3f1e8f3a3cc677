package org.segue.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.segue.imports.ReadTable.ReadColumn;
import org.segue.storage.Database;
import org.segue.storage.Statements;

/** What people have said of the columns of tables, by header, in the database. Its methods block. */
@Singleton
public class ColumnChoiceRepository implements ColumnMemory {

    /** So many headers are remembered; the oldest choices make room. */
    public static final int MAX_HEADERS = 200;

    /** Longer headers are not remembered, in characters. */
    private static final int LONGEST = 20_000;

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final Database database;
    private final ObjectMapper json;

    ColumnChoiceRepository(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * What is remembered of tables of one header.
     *
     * @param id its number
     * @param header names of all columns
     * @param meanings what they hold, in the same order
     * @param chosenAt when that was said last
     */
    public record Remembered(int id, List<String> header, List<ColumnMeaning> meanings, Instant chosenAt) {

        private List<ColumnChoice> choices() {
            List<ColumnChoice> choices = new ArrayList<>();
            for (int place = 0; place < meanings.size(); place++) {
                choices.add(new ColumnChoice(meanings.get(place), "#" + (place + 1)));
            }
            return choices;
        }
    }

    @Override
    public List<ColumnChoice> of(List<String> header) {
        List<String> names = header.stream().map(String::strip).toList();
        return find(names).map(Remembered::choices).orElse(List.of());
    }

    private Optional<Remembered> find(List<String> names) {
        return database.queryFirst(
                        "SELECT id, header, columns, chosen_at FROM column_choice WHERE hash = ?",
                        this::remembered,
                        hash(write(names)))
                .filter(found ->
                        found.header().equals(names) && found.meanings().size() == names.size());
    }

    /** All, newest first. */
    public List<Remembered> all() {
        return database.query(
                "SELECT id, header, columns, chosen_at FROM column_choice ORDER BY chosen_at DESC, id DESC",
                this::remembered);
    }

    /** Remembers how a table was read because somebody said so; forgets it where the names alone say the same. */
    void remember(ReadTable table) {
        String header = write(table.header());
        if (table.columns().size() > ColumnChoice.MAX_COLUMNS || header.length() > LONGEST) {
            return;
        }
        String hash = hash(header);
        String meanings = write(table.columns().stream()
                .map(ReadColumn::meaning)
                .map(ColumnMeaning::word)
                .toList());
        database.writeNow(connection -> {
            Statements.update(connection, "DELETE FROM column_choice WHERE hash = ?", hash);
            if (!table.isAsNamed()) {
                Statements.update(
                        connection,
                        "INSERT INTO column_choice (hash, header, columns, chosen_at) VALUES (?, ?, ?, ?)",
                        hash,
                        header,
                        meanings,
                        System.currentTimeMillis());
            }
            return Statements.update(
                    connection,
                    "DELETE FROM column_choice WHERE id NOT IN"
                            + " (SELECT id FROM column_choice ORDER BY chosen_at DESC, id DESC LIMIT " + MAX_HEADERS
                            + ")");
        });
    }

    /** Forgets what was said of tables of a header; whether there was something. */
    public boolean forget(int id) {
        return database.writeNow(
                        connection -> Statements.update(connection, "DELETE FROM column_choice WHERE id = ?", id))
                == 1;
    }

    private Remembered remembered(ResultSet row) throws SQLException {
        List<ColumnMeaning> meanings = read(row.getString(3)).stream()
                .map(word -> ColumnMeaning.of(word).orElse(ColumnMeaning.IGNORE))
                .toList();
        return new Remembered(row.getInt(1), read(row.getString(2)), meanings, Instant.ofEpochMilli(row.getLong(4)));
    }

    private static String hash(String header) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(header.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private String write(List<String> texts) {
        try {
            return json.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + texts, e);
        }
    }

    private List<String> read(String text) {
        try {
            return json.readValue(text, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read " + text, e);
        }
    }
}
