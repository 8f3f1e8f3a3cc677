package org.segue.imports.formats;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.Set;

/** Tells from the start of a file of JSON how its entries come. */
final class JsonShape {

    private JsonShape() {}

    /**
     * Whether each line has an entry of its own: the first line that is not blank is one object and no holder of others, or the
     * lines together are no JSON, so that one by one they can at least be told apart.
     *
     * @param holders names of the properties that hold entries
     */
    static boolean isOneALine(FileHead head, Set<String> holders) {
        String first = head.lines().stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("")
                .strip();
        if (!first.startsWith("{")) {
            return !first.startsWith("[");
        }
        return isEntry(first, holders) || isBroken(String.join("\n", head.lines()));
    }

    // Several objects on one line are none of their own.
    private static boolean isEntry(String line, Set<String> holders) {
        try (JsonParser parser = JsonEntries.parser(new StringLimitReader(new StringReader(line)))) {
            int depth = 0;
            int values = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && depth == 1 && holders.contains(parser.currentName())) {
                    return false;
                }
                values += depth == 0 ? 1 : 0;
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            }
            return depth == 0 && values == 1;
        } catch (IOException e) {
            // Cut off, or no JSON.
            return false;
        }
    }

    private static boolean isBroken(String text) {
        try (JsonParser parser = JsonEntries.parser(new StringLimitReader(new StringReader(text)))) {
            JsonToken token = parser.nextToken();
            while (token != null) {
                token = parser.nextToken();
            }
            return false;
        } catch (JsonEOFException e) {
            // Cut off where the head ends.
            return false;
        } catch (JsonProcessingException e) {
            // What is cut off where the head ends may be no JSON for that alone.
            return e.getLocation() != null
                    && e.getLocation().getCharOffset() < text.stripTrailing().length() - 1;
        } catch (IOException e) {
            return false;
        }
    }
}
