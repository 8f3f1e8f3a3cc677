package org.segue.songmodel;

import static org.segue.songmodel.SongModelException.require;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A song model's manifest as JSON: fields that it does not know are let be, those it knows are checked. */
final class ManifestJson {

    private static final String WHERE = SongModelEntries.MANIFEST;
    private static final int MAX_TEXT = 1000;
    private static final double MAX_SECONDS = 1e10;
    private static final double MAX_WEIGHT = 1e6;
    private static final String CHECKSUM = "[0-9a-f]{64}";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ManifestJson() {}

    static byte[] write(SongModelManifest manifest) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("format", SongModelManifest.FORMAT);
        json.put("createdAt", manifest.origin().createdAt().toString());
        json.put("software", manifest.origin().software());
        json.put("keyVersion", manifest.size().keyVersion());
        json.put("d", manifest.size().dimension());
        json.put("songs", manifest.size().songs());
        putTraining(json, manifest);
        putOrigin(json, manifest);
        ObjectNode entries = json.putObject("entries");
        for (String name : manifest.entryNames()) {
            SongModelManifest.Entry entry = manifest.entry(name);
            entries.putObject(name).put("size", entry.size()).put("sha256", entry.sha256());
        }
        return JSON.writeValueAsBytes(json);
    }

    private static void putTraining(ObjectNode json, SongModelManifest manifest) {
        SongModelManifest.Loss loss = manifest.loss();
        json.put("alpha0", loss.alpha0());
        json.put("lambda", loss.lambda());
        json.put("nu", loss.nu());
        json.put("lambdaScale", loss.lambdaScale());
        json.put("confidence", loss.confidence());
        SongModelManifest.Time time = manifest.time();
        json.put("beta", time.beta());
        json.put("betaFresh", time.betaFresh());
        json.putObject("halfLife")
                .put("foldIn", time.foldIn())
                .put("inSession", time.inSession())
                .put("fresh", time.fresh());
        json.put("undatedWeight", time.undatedWeight());
    }

    private static void putOrigin(ObjectNode json, SongModelManifest manifest) {
        json.put("users", manifest.listeners().users());
        json.put("minListeners", manifest.listeners().minListeners());
        json.put("private", manifest.listeners().isPrivate());
        json.put("shards", manifest.run().shards());
        json.put("threads", manifest.run().threads());
        json.put("seed", manifest.run().seed());
        SongModelManifest.Source source = manifest.origin().source();
        json.putObject("source")
                .put("name", source.name())
                .put("url", source.url())
                .put("period", source.period());
        json.put("license", manifest.origin().license());
    }

    static SongModelManifest read(byte[] bytes) throws SongModelException {
        Fields json;
        try {
            json = new Fields(JSON.readTree(bytes), WHERE);
        } catch (JsonProcessingException e) {
            throw new SongModelException("manifest.json isn't JSON.", e);
        } catch (IOException e) {
            throw new SongModelException("manifest.json can't be read.", e);
        }
        long format = json.whole("format", 1, Integer.MAX_VALUE);
        require(
                format == SongModelManifest.FORMAT,
                "This song model has format %d. This version of Segue reads format %d: update Segue.",
                format,
                SongModelManifest.FORMAT);
        return new SongModelManifest(
                size(json), loss(json), time(json), listeners(json), run(json), origin(json), entries(json));
    }

    private static SongModelManifest.Size size(Fields json) throws SongModelException {
        return new SongModelManifest.Size(
                (int) json.whole("keyVersion", 1, Integer.MAX_VALUE),
                (int) json.whole("d", 1, SongModelManifest.MAX_DIMENSION),
                (int) json.whole("songs", 1, SongModelManifest.MAX_SONGS));
    }

    private static SongModelManifest.Loss loss(Fields json) throws SongModelException {
        String scale = oneOf(
                json, "lambdaScale", SongModelManifest.Loss.WEIGHT, Set.of("weight", SongModelManifest.Loss.COUNT));
        return new SongModelManifest.Loss(
                json.number("alpha0", 0, MAX_WEIGHT),
                json.number("lambda", 0, MAX_WEIGHT),
                json.number("nu", 0, 10),
                scale,
                oneOf(json, "confidence", "none", Set.of("none", "log")));
    }

    private static String oneOf(Fields json, String name, String absent, Set<String> known) throws SongModelException {
        String value = json.textOrNull(name, MAX_TEXT);
        String told = value == null ? absent : value;
        require(known.contains(told), "%s: “%s” is unknown here: %s.", WHERE, name, shortened(told));
        return told;
    }

    private static SongModelManifest.Time time(Fields json) throws SongModelException {
        double beta = json.number("beta", 0, 1000);
        @Nullable Double fresh = json.numberOrNull("betaFresh", 0, 1000);
        Fields halfLife = json.object("halfLife");
        return new SongModelManifest.Time(
                beta,
                fresh == null ? beta : fresh,
                halfLife.numberOrNull("foldIn", Double.MIN_VALUE, MAX_SECONDS),
                halfLife.numberOrNull("inSession", Double.MIN_VALUE, MAX_SECONDS),
                halfLife.numberOrNull("fresh", Double.MIN_VALUE, MAX_SECONDS),
                json.number("undatedWeight", 0, 1));
    }

    private static SongModelManifest.Listeners listeners(Fields json) throws SongModelException {
        return new SongModelManifest.Listeners(
                json.whole("users", 0, Long.MAX_VALUE / 2),
                (int) json.whole("minListeners", 1, Integer.MAX_VALUE),
                json.flag("private"));
    }

    private static SongModelManifest.Run run(Fields json) throws SongModelException {
        return new SongModelManifest.Run(
                (int) json.whole("shards", 0, Integer.MAX_VALUE),
                (int) json.whole("threads", 0, Integer.MAX_VALUE),
                json.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE));
    }

    private static SongModelManifest.Origin origin(Fields json) throws SongModelException {
        Fields source = json.object("source");
        return new SongModelManifest.Origin(
                time(json.text("createdAt", MAX_TEXT)),
                json.text("software", MAX_TEXT),
                new SongModelManifest.Source(
                        source.textOrNull("name", MAX_TEXT),
                        source.textOrNull("url", MAX_TEXT),
                        source.textOrNull("period", MAX_TEXT)),
                json.textOrNull("license", MAX_TEXT));
    }

    private static Instant time(String text) throws SongModelException {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new SongModelException("manifest.json: “createdAt” must be a time such as 2026-01-31T12:00:00Z.", e);
        }
    }

    private static Map<String, SongModelManifest.Entry> entries(Fields json) throws SongModelException {
        Fields entries = json.object("entries");
        Map<String, SongModelManifest.Entry> byName = new LinkedHashMap<>();
        for (String name : entries.names()) {
            require(
                    SongModelEntries.WITH_ARTISTS.contains(name),
                    "manifest.json names a file that no song model has: %s.",
                    shortened(name));
            Fields entry = entries.object(name);
            String sha256 = entry.text("sha256", MAX_TEXT);
            require(sha256.matches(CHECKSUM), "manifest.json: the checksum of %s isn't a SHA-256.", name);
            byName.put(name, new SongModelManifest.Entry(entry.whole("size", 0, 1L << 40), sha256));
        }
        List<String> expected = byName.containsKey(SongModelEntries.ARTISTS)
                ? SongModelEntries.WITH_ARTISTS
                : SongModelEntries.REQUIRED;
        for (String name : expected) {
            require(byName.containsKey(name), "manifest.json doesn't name %s.", name);
        }
        require(byName.size() == expected.size(), "manifest.json names artists.safetensors without artists.jsonl.");
        return byName;
    }

    /** The beginning of a text from outside, as a refusal may quote it. */
    static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
