package org.segue.songmodel;

import static org.segue.songmodel.SongModelException.require;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Fields of a JSON object from outside: of the right kind and in their range, or refused with a sentence. */
final class Fields {

    private final JsonNode json;
    private final String where;

    /**
     * Of an object.
     *
     * @param where begins each refusal: {@code manifest.json}
     */
    Fields(JsonNode json, String where) throws SongModelException {
        this.json = json;
        this.where = where;
        require(json.isObject(), "%s isn't a JSON object.", where);
    }

    /** The object in a field. */
    Fields object(String name) throws SongModelException {
        JsonNode field = json.get(name);
        require(field != null && field.isObject(), "%s has no object “%s”.", where, name);
        return new Fields(field, where + ", " + name);
    }

    /** A whole number, which must be there. */
    long whole(String name, long least, long most) throws SongModelException {
        JsonNode field = json.get(name);
        require(
                field != null && field.isIntegralNumber() && field.canConvertToLong(),
                "%s: “%s” must be a whole number.",
                where,
                name);
        long value = field.longValue();
        require(
                value >= least && value <= most,
                "%s: “%s” must be %d to %d, but is %d.",
                where,
                name,
                least,
                most,
                value);
        return value;
    }

    /** A whole number, or null. */
    @Nullable
    Long wholeOrNull(String name, long least, long most) throws SongModelException {
        return has(name) ? whole(name, least, most) : null;
    }

    /** A number, which must be there. */
    double number(String name, double least, double most) throws SongModelException {
        JsonNode field = json.get(name);
        require(field != null && field.isNumber(), "%s: “%s” must be a number.", where, name);
        double value = field.doubleValue();
        // Written so that what is not a number is refused too.
        require(
                value >= least && value <= most,
                "%s: “%s” must be %s to %s, but is %s.",
                where,
                name,
                least,
                most,
                value);
        return value;
    }

    /** A number, or null. */
    @Nullable
    Double numberOrNull(String name, double least, double most) throws SongModelException {
        return has(name) ? number(name, least, most) : null;
    }

    /** A text that is not blank, which must be there. */
    String text(String name, int maxLength) throws SongModelException {
        String text = textOrNull(name, maxLength);
        require(text != null && !text.isBlank(), "%s has no “%s”.", where, name);
        return String.valueOf(text);
    }

    /** A text, or null. */
    @Nullable
    String textOrNull(String name, int maxLength) throws SongModelException {
        if (!has(name)) {
            return null;
        }
        String text = json.get(name).textValue();
        require(text != null, "%s: “%s” must be a text.", where, name);
        require(
                text == null || text.length() <= maxLength,
                "%s: “%s” is longer than %d characters.",
                where,
                name,
                maxLength);
        return text;
    }

    /** Yes or no, which must be there. */
    boolean flag(String name) throws SongModelException {
        require(json.path(name).isBoolean(), "%s: “%s” must be true or false.", where, name);
        return json.get(name).booleanValue();
    }

    /** Names of all fields. */
    Iterable<String> names() {
        return json::fieldNames;
    }

    private boolean has(String name) {
        return json.hasNonNull(name);
    }
}
