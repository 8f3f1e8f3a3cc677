package org.segue.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.segue.text.StoredSentence;

/** Settings and reports of jobs as the database keeps them. Safe for any thread. */
public final class JobJson {

    private final ObjectMapper mapper;

    /** Text that a mapper makes; sentences keep what they are made of. */
    public JobJson(ObjectMapper mapper) {
        this.mapper = StoredSentence.in(mapper);
    }

    /** The text of a value. */
    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value, e);
        }
    }

    /** The value of a text that {@link #write} made. */
    public <T> T read(String text, TypeReference<T> type) {
        try {
            return mapper.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read " + text, e);
        }
    }
}
