package org.segue.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
        String good = publish(candidate(1), new Activation(true, "better"));
        publish(candidate(2), new Activation(false, "worse"));
        String bad = publish(candidate(3), new Activation(true, "better still"));
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
