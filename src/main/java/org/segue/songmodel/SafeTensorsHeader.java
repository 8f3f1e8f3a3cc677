package org.segue.songmodel;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The JSON at the head of a safetensors file: written for tensors, and checked before it is believed. */
final class SafeTensorsHeader {

    private static final int ALIGNMENT = 8;
    private static final String METADATA = "__metadata__";
    private static final Set<String> FIELDS = Set.of("dtype", "shape", "data_offsets");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** One tensor of a file: its numbers are the bytes {@code begin} to {@code end} after the header. */
    @SuppressWarnings("ArrayRecordComponent") // looked up, never compared
    record Entry(String name, Tensor.Kind kind, long[] shape, long begin, long end) {

        int length() {
            return (int) ((end - begin) / kind.bytes());
        }
    }

    private SafeTensorsHeader() {}

    /**
     * What a tensor will be: its numbers come later.
     *
     * @param shape its extents, outermost first; not negative
     */
    @SuppressWarnings("ArrayRecordComponent") // written down, never compared
    record Plan(String name, Tensor.Kind kind, long... shape) {

        long bytes() {
            long bytes = kind.bytes();
            for (long extent : shape) {
                bytes = Math.multiplyExact(bytes, extent);
            }
            return bytes;
        }
    }

    /** The header of a file of these tensors, padded. */
    static byte[] of(List<Plan> tensors) throws IOException {
        ObjectNode header = JSON.createObjectNode();
        long offset = 0;
        for (Plan tensor : tensors) {
            if (header.has(tensor.name()) || tensor.name().equals(METADATA)) {
                throw new IllegalArgumentException("illegal name of a tensor: %s".formatted(tensor.name()));
            }
            ObjectNode entry = header.putObject(tensor.name());
            entry.put("dtype", tensor.kind().name());
            ArrayNode shape = entry.putArray("shape");
            for (long extent : tensor.shape()) {
                shape.add(extent);
            }
            entry.putArray("data_offsets").add(offset).add(offset + tensor.bytes());
            offset += tensor.bytes();
        }
        String json = JSON.writeValueAsString(header);
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        return (json + " ".repeat(Math.floorMod(-length, ALIGNMENT))).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads and checks a header.
     *
     * @param dataBytes how many bytes follow it
     * @return the tensors by name, in the order of their bytes
     */
    static Map<String, Entry> parse(Path path, ByteBuffer header, long dataBytes) throws IOException {
        String json = StandardCharsets.UTF_8.newDecoder().decode(header).toString();
        require(json.startsWith("{"), path, "the header is not a JSON object");
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : JSON.readTree(json).properties()) {
            if (!field.getKey().equals(METADATA)) {
                entries.add(entry(path, field.getKey(), field.getValue()));
            }
        }
        entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        requireGapless(path, entries, dataBytes);
        Map<String, Entry> byName = new LinkedHashMap<>();
        entries.forEach(entry -> byName.put(entry.name(), entry));
        return byName;
    }

    private static void requireGapless(Path path, List<Entry> entries, long dataBytes) throws IOException {
        long end = 0;
        for (Entry entry : entries) {
            require(
                    entry.begin() == end,
                    path,
                    "tensor %s begins at byte %d, but byte %d is next",
                    entry.name(),
                    entry.begin(),
                    end);
            end = entry.end();
        }
        require(end == dataBytes, path, "the tensors take %d bytes, but %d are there", end, dataBytes);
    }

    private static Entry entry(Path path, String name, JsonNode json) throws IOException {
        require(json.isObject() && json.size() == FIELDS.size(), path, "tensor %s is not described", name);
        for (String field : FIELDS) {
            require(json.has(field), path, "tensor %s has no %s", name, field);
        }
        Tensor.Kind kind = kind(path, name, json.get("dtype"));
        long[] shape = naturals(path, name, json.get("shape"));
        long[] offsets = naturals(path, name, json.get("data_offsets"));
        require(offsets.length == 2 && offsets[0] <= offsets[1], path, "tensor %s has illegal offsets", name);
        long bytes = bytes(path, name, kind, shape);
        require(
                bytes == offsets[1] - offsets[0],
                path,
                "tensor %s has %d bytes, its shape needs %d",
                name,
                offsets[1] - offsets[0],
                bytes);
        return new Entry(name, kind, shape, offsets[0], offsets[1]);
    }

    private static Tensor.Kind kind(Path path, String name, JsonNode dtype) throws IOException {
        for (Tensor.Kind kind : Tensor.Kind.values()) {
            if (dtype.isTextual() && kind.name().equals(dtype.textValue())) {
                return kind;
            }
        }
        throw new IOException("%s: tensor %s has the unknown dtype %s".formatted(path, name, dtype));
    }

    private static long[] naturals(Path path, String name, JsonNode json) throws IOException {
        require(json.isArray(), path, "tensor %s: %s is not a list", name, json);
        long[] numbers = new long[json.size()];
        for (int k = 0; k < numbers.length; k++) {
            JsonNode number = json.get(k);
            require(
                    number.isIntegralNumber() && number.canConvertToLong() && number.longValue() >= 0,
                    path,
                    "tensor %s: %s is not a natural number",
                    name,
                    number);
            numbers[k] = number.longValue();
        }
        return numbers;
    }

    private static long bytes(Path path, String name, Tensor.Kind kind, long[] shape) throws IOException {
        try {
            long elements = 1;
            for (long extent : shape) {
                elements = Math.multiplyExact(elements, extent);
            }
            return Math.multiplyExact(elements, (long) kind.bytes());
        } catch (ArithmeticException e) {
            throw new IOException("%s: tensor %s has an impossible shape".formatted(path, name), e);
        }
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation is of a library that other builds lack
    static void require(boolean holds, Path path, String message, Object... arguments) throws IOException {
        if (!holds) {
            throw new IOException(path + ": " + message.formatted(arguments));
        }
    }
}
