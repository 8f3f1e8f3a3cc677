package org.segue.songmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A song model that is written and read again is the same. */
class SongModelTest {

    @TempDir
    Path folder;

    @Test
    void unpack_writtenFile_givesBackEverything() throws IOException {
        Path file = SongModelSamples.write(folder.resolve("m.segue-model"), 20);

        try (SongModel model = SongModelReader.unpack(file, folder.resolve("unpacked"), SongModelReader.Limits.NONE)) {
            assertThat(model.manifest())
                    .usingRecursiveComparison()
                    .ignoringFields("entries")
                    .isEqualTo(SongModelSamples.manifest(20));
            assertThat(model.manifest().listeners().users()).isEqualTo(12_000);
            assertThat(songs(model)).isEqualTo(SongModelSamples.songs(20));
            int[] rows = new int[6];
            float[] similarities = new float[6];
            model.neighbors(18, rows, similarities);
            assertThat(rows).containsExactly(19, 0, -1, 0, 1, -1);
            assertThat(similarities).containsExactly(0.5f, 0.25f, 0, 0.5f, 0.25f, 0);
        }
        assertThat(SongModelReader.manifest(file).size().songs()).isEqualTo(20);
    }

    private static List<ModelSong> songs(SongModel model) throws IOException {
        List<ModelSong> songs = new ArrayList<>();
        try (SongLines lines = model.songs()) {
            for (Optional<ModelSong> next = lines.next(); next.isPresent(); next = lines.next()) {
                songs.add(next.get());
            }
        }
        return songs;
    }

    @Test
    void write_sameModelElsewhere_isTheSameBytes() throws IOException {
        TimeZone here = TimeZone.getDefault();
        try {
            Path first = SongModelSamples.write(folder.resolve("first"), 20);
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Path second = SongModelSamples.write(folder.resolve("second"), 20);

            assertThat(second).hasSameBinaryContentAs(first);
        } finally {
            TimeZone.setDefault(here);
        }
    }

    @Test
    void write_entries_areStoredInOrderAt1980() throws IOException {
        Path file = SongModelSamples.write(folder.resolve("m"), 3);

        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly("manifest.json", "songs.jsonl", "embeddings.safetensors", "neighbors.safetensors");
            assertThat(zip.stream()).allSatisfy(entry -> {
                assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
                assertThat(entry.getTimeLocal().toLocalDate()).hasToString("1980-01-01");
            });
        }
        assertThat(folder.toFile().listFiles()).containsExactly(file.toFile());
    }

    @Test
    void quantize_halves_roundToEven() {
        byte[] quantized = new byte[5];

        float scale = QuantizedRow.quantize(new float[] {127, 0.5f, 1.5f, -2.5f, -127}, quantized);

        assertThat(scale).isEqualTo(1);
        assertThat(quantized).containsExactly(127, 0, 2, -2, -127);
        assertThat(QuantizedRow.quantize(new float[5], quantized)).isEqualTo(1);
        assertThat(quantized).containsOnly(0);
    }

    @Test
    void order_equalListeners_isByCodePoints() throws IOException {
        ModelSong afterSurrogates = new ModelSong(null, "\uFF5E", "t", "a", null, null, null, 9);
        ModelSong emoji = new ModelSong(null, "\uD83D\uDE00", "t", "a", null, null, null, 9);
        ModelSong popular = new ModelSong(null, "z", "t", "a", null, null, null, 10);

        assertThat(ModelSong.ORDER.compare(afterSurrogates, emoji)).isNegative();
        assertThat(ModelSong.ORDER.compare(popular, afterSurrogates)).isNegative();
    }

    @Test
    void twoDigits_roundsTheRestAway() {
        assertThat(SongModelManifest.twoDigits(7)).isEqualTo(7);
        assertThat(SongModelManifest.twoDigits(1_250)).isEqualTo(1_200);
        assertThat(SongModelManifest.twoDigits(1_351)).isEqualTo(1_400);
    }

    @Test
    void add_songOutOfOrderOrTooFew_isRefused() throws IOException {
        List<ModelSong> songs = SongModelSamples.songs(2);
        try (SongModelWriter writer = new SongModelWriter(folder.resolve("m"), 2, 1, 1)) {
            writer.add(songs.get(1), new float[] {1});
            assertThatIllegalArgumentException().isThrownBy(() -> writer.add(songs.get(0), new float[] {1}));
            assertThatIllegalStateException().isThrownBy(() -> writer.finish(SongModelSamples.manifest(2)));
        }
        assertThat(folder.toFile().listFiles()).isEmpty();
    }
}
