package org.segue.imports.formats;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.segue.catalog.ExternalSong;
import org.segue.catalog.NameText;
import org.segue.listens.ToldInfo;

/**
 * What a source tells of a play beside artist, title and album, in the fields in which ListenBrainz has it. What is null or empty
 * is left out.
 */
final class PlayInfo {

    private final ObjectNode info;
    private final int sizeAtFirst;

    private PlayInfo(ObjectNode info) {
        this.info = info;
        this.sizeAtFirst = info.size();
    }

    /** Nothing told yet. */
    static PlayInfo empty() {
        return new PlayInfo(JsonNodeFactory.instance.objectNode());
    }

    /** What is told of a song. */
    static PlayInfo of(ExternalSong song) {
        return new PlayInfo(ToldInfo.of(song, ""));
    }

    PlayInfo text(String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            info.put(field, readable(value));
        }
        return this;
    }

    /** Names of several; one alone says no more than the name beside. */
    PlayInfo names(String field, List<String> values) {
        return values.size() < 2 ? this : texts(field, values);
    }

    PlayInfo texts(String field, List<String> values) {
        if (values.stream().anyMatch(value -> !value.isEmpty())) {
            ArrayNode texts = info.putArray(field);
            values.forEach(value -> texts.add(readable(value)));
        }
        return this;
    }

    private static String readable(String value) {
        return NameText.cleaned(JsonEntry.readable(value));
    }

    /** All that was told, null if it was no more than what is told of the song. */
    @Nullable
    String told() {
        return info.size() == sizeAtFirst ? null : ToldInfo.kept(info);
    }
}
