package org.segue.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.segue.text.Sentence;

/** Files that are damaged, and what a kill leaves behind: what is sound is served, what is not is named. */
class ModelStoreDamageTest extends ModelStoreTests {

    @Test
    void loadActive_damagedModel_fallsBackToTheNewestGoodOne() throws IOException {
        String good = publish(candidate(1), null);
        String worse = publish(candidate(2), null);
        String bad = publish(candidate(3), null);
        store.activate(bad);
        flipLastByte(models.resolve(bad).resolve(ModelFiles.FACTORS));
        Files.delete(models.resolve(worse).resolve(ModelFiles.MANIFEST));

        assertThat(store.loadActive().orElseThrow().manifest().version()).isEqualTo(good);
        assertThat(store.active()).contains(bad);
    }

    @Test
    void loadActive_damagedModel_doesNotFallBackToOneThatWasTurnedDown() throws IOException {
        String good = publish(candidate(1), new Activation(true, Sentence.plain("better")));
        publish(candidate(2), new Activation(false, Sentence.plain("worse")));
        String bad = publish(candidate(3), new Activation(true, Sentence.plain("better still")));
        store.activate(bad);
        flipLastByte(models.resolve(bad).resolve(ModelFiles.FACTORS));

        assertThat(store.loadActive().orElseThrow().manifest().version()).isEqualTo(good);
    }

    @Test
    void loadActive_pointerIsGarbage_servesTheNewestGoodOne() throws IOException {
        String version = publish(candidate(1), null);
        store.activate(version);
        Files.write(models.resolve("active"), new byte[] {0, -1, 3});

        assertThat(store.active()).isEmpty();
        assertThat(store.loadActive().orElseThrow().manifest().version()).isEqualTo(version);
    }

    @Test
    void load_damagedFiles_saysWhatIsWrong() throws IOException {
        String version = publish(candidate(1), null);
        Path factors = models.resolve(version).resolve(ModelFiles.FACTORS);
        Path manifest = models.resolve(version).resolve(ModelFiles.MANIFEST);
        byte[] soundFactors = Files.readAllBytes(factors);
        String soundManifest = Files.readString(manifest);

        flipLastByte(factors);
        assertDamaged(version, "not those that were written");
        Files.write(factors, Arrays.copyOf(soundFactors, soundFactors.length - 4));
        assertDamaged(version, "not those that were written");
        Files.write(factors, soundFactors);

        Files.writeString(manifest, soundManifest.replace("\"formatVersion\" : 1", "\"formatVersion\" : 2"));
        assertDamaged(version, "format 2");
        Files.writeString(manifest, soundManifest.replace("\"dimension\" : 2", "\"dimension\" : 3"));
        assertDamaged(version, "has the shape");
        Files.writeString(manifest, soundManifest.replace("\"users\" : 2", "\"users\" : 9"));
        assertDamaged(version, "counts other rows");
        Files.writeString(manifest, soundManifest.replace(version, "2026-11-24T10-15-00Z-x"));
        assertDamaged(version, "its manifest is that of");
        Files.writeString(manifest, "{}");
        assertDamaged(version, "cannot be used");
        Files.writeString(manifest, "");
        assertDamaged(version, "cannot be used");
        Files.writeString(manifest, soundManifest);
        assertThat(store.load(version).manifest().version()).isEqualTo(version);
    }

    @Test
    void publish_unsoundEmbeddings_isRefused() throws IOException {
        FactorModel sound = model(1);
        Path notANumber = write(new FactorModel(
                sound.loss(),
                sound.userIds(),
                sound.userFingerprints(),
                new float[] {1, Float.NaN, 0, 0},
                sound.songIds(),
                sound.songFactors()));
        assertThatThrownBy(() -> publish(notANumber, null)).hasMessageContaining("a user's embedding is not a number");
        assertThat(notANumber).exists();

        Path unsorted = write(new FactorModel(
                sound.loss(),
                new int[] {7, 7},
                sound.userFingerprints(),
                sound.userFactors(),
                sound.songIds(),
                sound.songFactors()));
        assertThatThrownBy(() -> publish(unsorted, null)).hasMessageContaining("users' keys do not ascend");
        assertThat(store.versions()).isEmpty();
    }

    @Test
    void load_neighbors_areThoseThatWereWritten() throws IOException {
        Neighbors neighbors = new Neighbors(
                new int[] {0, 2, 2, 3}, new int[] {2, 1, 0}, new float[] {1, 0.5f, 2}, new float[] {0, 0.25f, 1});
        String version = publish(write(model(1).with(Recency.usual(), neighbors)), null);

        FactorModel read = store.load(version).model();

        assertThat(read.neighbors().start()).containsExactly(0, 2, 2, 3);
        assertThat(read.neighbors().rows()).containsExactly(2, 1, 0);
        assertThat(read.neighbors().inSession()).containsExactly(1, 0.5f, 2);
        assertThat(read.neighbors().fresh()).containsExactly(0, 0.25f, 1);
        // The manifest decides what time is: that of these tests says nothing, as those of before.
        assertThat(read.recency()).isEqualTo(Recency.NONE);
        String before = publish(candidate(1), null);
        assertThat(store.load(before).model().neighbors().isEmpty()).isTrue();
    }

    @Test
    void neighbors_thatAreUnsound_areRefused() {
        assertUnsound(new int[] {0, 1}, new int[] {1}, new float[] {1}, "out of range or the song's own");
        assertUnsound(new int[] {0, 1, 1}, new int[] {0}, new float[] {1}, "out of range or the song's own");
        assertUnsound(new int[] {0, 1, 1}, new int[] {-1}, new float[] {1}, "out of range");
        assertUnsound(new int[] {0, 1, 1}, new int[] {1}, new float[] {Float.NaN}, "not a number");
        assertUnsound(new int[] {0, 1, 1}, new int[] {1}, new float[] {Float.POSITIVE_INFINITY}, "not a number");
        assertUnsound(new int[] {0, 1, 1}, new int[] {1}, new float[] {-1}, "below 0");
        assertUnsound(new int[] {0, 2, 1}, new int[] {1}, new float[] {1}, "fewer than none");
        assertUnsound(new int[] {0, 1, 2}, new int[] {1}, new float[] {1}, "the last song's end at 2");
        assertUnsound(new int[] {0, 1, 1}, new int[] {1}, new float[] {}, "1 rows");
    }

    private static void assertUnsound(int[] start, int[] rows, float[] values, String words) {
        assertThatThrownBy(() -> new Neighbors(start, rows, values, values))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void hyperparameters_inJson_keepWhatTimeIs() throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        Hyperparameters timed = SMALL.withRecency(Recency.usual());

        assertThat(json.readValue(json.writeValueAsString(timed), Hyperparameters.class))
                .isEqualTo(timed);
        assertThat(json.writeValueAsString(SMALL)).doesNotContain("recency");
        assertThat(json.readValue(json.writeValueAsString(SMALL), Hyperparameters.class)
                        .recencyOrNone())
                .isEqualTo(Recency.NONE);
    }

    @Test
    void hyperparameters_ofBeforeTheScaleOfRegularization_haveThatOfAllWeights() throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        String written = json.writeValueAsString(SMALL.withRegularizationScale(RegularizationScale.COUNT));

        assertThat(json.readValue(written, Hyperparameters.class).loss().scale())
                .isEqualTo(RegularizationScale.COUNT);
        assertThat(json.readValue(written.replace(",\"regularizationScale\":\"count\"", ""), Hyperparameters.class))
                .isEqualTo(SMALL);
    }

    /** What a kill after each step of a publication and of an activation leaves behind. */
    @Test
    void loadActive_leftoversOfEveryStage_servesTheModelBefore() throws IOException {
        String before = publish(candidate(1), null);
        store.activate(before);
        Path incoming = Files.createDirectories(models.resolve(".incoming-1"));
        assertServedAndCleanedUp(before, incoming);
        ModelFiles.write(models.resolve(".incoming-2/model"), model(2), manifest(model(2)));
        assertServedAndCleanedUp(before, models.resolve(".incoming-2"));
        Path halfWritten = Files.createDirectories(models.resolve(".incoming-3/model"));
        Files.write(halfWritten.resolve(ModelFiles.FACTORS), new byte[100]);
        Files.write(halfWritten.resolve(".manifest.json.new"), new byte[10]);
        assertServedAndCleanedUp(before, models.resolve(".incoming-3"));
        // Published, not yet activated.
        String next = publish(candidate(2), null);
        assertThat(store.loadActive().orElseThrow().manifest().version()).isEqualTo(before);
        Path pointerAside = Files.writeString(models.resolve(".active.new"), next.substring(0, 5));
        assertServedAndCleanedUp(before, pointerAside);
        store.activate(next);
        assertThat(store.loadActive().orElseThrow().manifest().version()).isEqualTo(next);
    }

    private void assertServedAndCleanedUp(String version, Path leftover) throws IOException {
        List<String> versions = store.versions();
        ModelStore reopened = new ModelStore(models);
        assertThat(reopened.versions()).contains(version).noneMatch(name -> name.startsWith("."));
        assertThat(reopened.loadActive().orElseThrow().manifest().version()).isEqualTo(version);
        reopened.cleanUp();
        assertThat(leftover).doesNotExist();
        assertThat(reopened.versions()).isEqualTo(versions);
        assertThat(reopened.loadActive().orElseThrow().manifest().version()).isEqualTo(version);
    }

    private void assertDamaged(String version, String reason) {
        assertThatThrownBy(() -> store.load(version))
                .isInstanceOf(DamagedModelException.class)
                .hasMessageContaining(version)
                .hasMessageContaining(reason);
    }

    @Test
    void forget_killedBetweenTheRenames_isEndedByCleanUp() throws IOException {
        String version = publish(candidate(1), null);
        store.forget(Set.of(3));
        Files.move(models.resolve(version), models.resolve(".rewritten-" + version));
        Files.createDirectory(models.resolve("." + version));

        store.cleanUp();

        assertThat(store.load(version).model().userIds()).containsExactly(7);
        assertThat(models.resolve("." + version)).doesNotExist();
    }

    private static void flipLastByte(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
    }
}
