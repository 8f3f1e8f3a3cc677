package org.segue.text;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** How sentences are kept in JSON: as what makes them again in any language, where an answer has the English text. */
@RegisterForReflection
public abstract class StoredSentence {

    private StoredSentence() {}

    /** A mapper that keeps sentences like this; the one that is given stays as it is. */
    public static ObjectMapper in(ObjectMapper mapper) {
        return mapper.copy().addMixIn(Sentence.class, StoredSentence.class);
    }

    @JsonValue(false)
    abstract String text();

    @JsonValue
    abstract String stored();
}
