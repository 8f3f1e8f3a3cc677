package org.segue.songmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.segue.songmodel.SongModelSamples.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is damaged, newer, hostile or too large is refused with a sentence. */
class RefusedSongModelTest {

    private static final int SONGS = 6;

    @TempDir
    Path folder;

    private Path sound;

    @BeforeEach
    void write() throws IOException {
        sound = SongModelSamples.write(folder.resolve("sound"), SONGS);
    }

    private void assertRefused(Path file, String sentence) {
        assertThatThrownBy(() -> unpack(file, SongModelReader.Limits.NONE))
                .isInstanceOf(SongModelException.class)
                .hasMessageContaining(sentence)
                .hasMessageNotContaining(folder.toString());
    }

    private void unpack(Path file, SongModelReader.Limits limits) throws IOException {
        Path into = Files.createTempDirectory(folder, "unpacked").resolve("model");
        SongModelReader.unpack(file, into, limits).close();
    }

    private Path spoilt(String name, UnaryOperator<byte[]> change) throws IOException {
        return SongModelSamples.spoilt(sound, folder.resolve("spoilt"), name, change);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "format" : 1|"format" : 2|update Segue
            "format" : 1|"format" : "1"|“format” must be a whole number
            "d" : 4|"d" : 513|“d” must be 1 to 512
            "d" : 4|"d" : 5|The tensor embeddings must have the shape
            "songs" : 6|"songs" : 10000001|“songs” must be 1 to 10000000
            "songs" : 6|"songs" : 7|must have the shape
            "alpha0" : 0.1|"alpha0" : "NaN"|“alpha0” must be a number
            "lambda" : 0.01|"lambda" : -1|“lambda” must be
            "weight"|"height"|“lambdaScale” is unknown here: height
            "none"|"sqrt"|“confidence” is unknown here: sqrt
            "private" : false|"private" : 3|“private” must be true or false
            "minListeners" : 5|"minListeners" : 9|a song of 8 listeners, but manifest.json says at least 9
            "createdAt" : "2026|"createdAt" : "x2026|“createdAt” must be a time
            "songs.jsonl"|"../songs.jsonl"|names a file that no song model has
            "size" : ([0-9])|"size" : 1$1|manifest.json says
            "software"|"format"|manifest.json isn't JSON
            """)
    void unpack_manifestWithAnotherValue_isRefused(String value, String other, String sentence) throws IOException {
        assertRefused(spoilt("manifest.json", text(json -> json.replaceFirst(value, other))), sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "Song 1"|"Song 2"|“key” isn't the key of its artist and title
            "Song 1"|" "|has no “title”
            "Song 1"|7|“title” must be a text
            "listeners":10|"listeners":20|out of order
            "listeners":10|"listeners":0|“listeners” must be 1 to
            "listeners":10|"listeners":1001|more than two digits
            -000000000000"|-00000000000"|isn't a MusicBrainz ID
            -000000000004"|-000000000002"|a MusicBrainz ID twice
            """)
    void unpack_songWithAnotherValue_isRefused(String value, String other, String sentence) throws IOException {
        assertRefused(spoilt("songs.jsonl", text(lines -> lines.replaceFirst(value, other))), sentence);
    }

    @Test
    void unpack_songTwice_isRefused() throws IOException {
        assertRefused(
                spoilt("songs.jsonl", text(lines -> {
                    List<String> songs = new ArrayList<>(lines.lines().toList());
                    songs.set(4, songs.get(3));
                    return String.join("\n", songs) + '\n';
                })),
                "songs.jsonl has a key twice");
    }

    @Test
    void unpack_otherNumberOfSongs_isRefused() throws IOException {
        assertRefused(
                spoilt("songs.jsonl", text(lines -> lines + lines.substring(lines.lastIndexOf('{')))),
                "more than the 6 songs");
        assertRefused(spoilt("songs.jsonl", text(lines -> lines.substring(0, lines.indexOf('\n') + 1))), "1 songs");
        assertRefused(spoilt("songs.jsonl", text(lines -> lines + "{")), "is cut off");
        assertRefused(spoilt("songs.jsonl", text(lines -> "x".repeat(1 << 19))), "longer than any song needs");
        String overlong = "y".repeat(1001);
        assertRefused(
                spoilt("songs.jsonl", text(lines -> lines.replaceFirst("Song 1", overlong))),
                "longer than 1000 characters");
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, The scale of song 2 must be positive",
        "0, The scale of song 2 must be positive",
        "-1, The scale of song 2 must be positive",
        "Infinity, The scale of song 2 must be positive",
        "0.5, The Gram matrix isn't that of the embeddings"
    })
    void unpack_scaleThatIsNot_isRefused(float scale, String sentence) throws IOException {
        byte[] rows = new byte[SONGS * SongModelSamples.DIMENSION];
        Arrays.fill(rows, (byte) 1);
        float[] scales = {1, scale, 1, 1, 1, 1};
        double[] gram = new double[16];
        Arrays.fill(gram, SONGS);
        assertRefused(embeddings(rows, scales, gram), sentence);
    }

    private Path embeddings(byte[] rows, float[] scales, double[] gram) throws IOException {
        return spoilt("embeddings.safetensors", bytes -> {
            try {
                Path scratch = folder.resolve("scratch");
                Files.deleteIfExists(scratch);
                int d = SongModelSamples.DIMENSION;
                try (TensorFile file = new TensorFile(
                        scratch,
                        List.of(
                                new SafeTensorsHeader.Plan("embeddings", Tensor.Kind.I8, scales.length, d),
                                new SafeTensorsHeader.Plan("scales", Tensor.Kind.F32, scales.length),
                                new SafeTensorsHeader.Plan("gram", Tensor.Kind.F64, d, d)))) {
                    file.add(0, rows);
                    file.add(1, scales);
                    file.add(2, gram);
                    file.finish();
                }
                return Files.readAllBytes(scratch);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void unpack_gramThatIsNotANumber_isRefused() throws IOException {
        double[] gram = new double[16];
        gram[3] = Double.NaN;
        assertRefused(embeddings(new byte[24], new float[] {1, 1, 1, 1, 1, 1}, gram), "isn't a number");
    }

    @Test
    void unpack_oneFarLongerEmbedding_isRefused() throws IOException {
        int songs = 2000;
        Path many = folder.resolve("many");
        SongModelManifest manifest = SongModelSamples.manifest(songs);
        try (SongModelWriter writer = new SongModelWriter(many, songs, SongModelSamples.DIMENSION, 0)) {
            for (ModelSong song : SongModelSamples.songs(songs).stream()
                    .map(song -> ModelSong.of(song.mbid(), song.artist(), song.title(), 5))
                    .sorted(ModelSong.ORDER)
                    .toList()) {
                float[] row = {1, 0, 0, 0};
                row[0] = song.title().equals("Song 77") ? 4 : 1;
                writer.add(song, row);
                writer.addNeighbors(new int[0], new float[0]);
            }
            writer.finish(manifest);
        }

        assertRefused(many, "An embedding is 4.0 long");
    }

    @ParameterizedTest
    @CsvSource({
        "6, 1, 1, out of range",
        "-2, 1, 1, out of range",
        "0, 1, 1, out of range",
        "1, NaN, 1, must fall",
        "1, Infinity, 1, must fall",
        "1, -1, 1, must fall",
        "1, 1, 2, must fall",
        "-1, 1, 1, have a gap",
        "2, 1, 1, a neighbor twice"
    })
    void unpack_neighborThatIsNot_isRefused(int row, float similarity, float next, String sentence) throws IOException {
        int[] rows = new int[SONGS * 2];
        Arrays.fill(rows, -1);
        rows[0] = row;
        rows[1] = 2;
        float[] similarities = new float[SONGS * 2];
        similarities[0] = similarity;
        similarities[1] = next;
        assertRefused(
                spoilt(
                        "neighbors.safetensors",
                        SongModelSamples.tensors(
                                folder.resolve("scratch"),
                                Tensor.of("songs", rows, SONGS, 2),
                                Tensor.of("similarity", similarities, SONGS, 2))),
                sentence);
    }

    @Test
    void unpack_otherTensors_isRefused() throws IOException {
        assertRefused(
                spoilt(
                        "neighbors.safetensors",
                        SongModelSamples.tensors(folder.resolve("scratch"), Tensor.of("songs", new int[6], 6, 1))),
                "must hold songs and similarity");
        assertRefused(spoilt("neighbors.safetensors", bytes -> new byte[12]), "This song model is damaged");
    }

    @Test
    void unpack_otherFiles_isRefused() throws IOException {
        Map<String, byte[]> files = SongModelSamples.files(sound);
        files.put("evil.sh", new byte[3]);
        assertRefused(SongModelSamples.packed(folder.resolve("more"), files, false), "more than a song model: evil.sh");
        files.remove("evil.sh");
        byte[] songs = files.remove("songs.jsonl");
        assertRefused(
                SongModelSamples.packed(folder.resolve("less"), files, false),
                "must hold songs.jsonl next, but holds embeddings.safetensors");
        files.put("songs.jsonl", songs);
        assertRefused(SongModelSamples.packed(folder.resolve("order"), files, false), "must hold songs.jsonl next");
        Map<String, byte[]> other = new LinkedHashMap<>();
        other.put("../../etc/passwd", new byte[3]);
        assertRefused(SongModelSamples.packed(folder.resolve("other"), other, false), "manifest.json must come first");
        Files.write(folder.resolve("text"), "no zip".getBytes(StandardCharsets.UTF_8));
        assertRefused(folder.resolve("text"), "it must be a zip file");
    }

    @Test
    void unpack_bomb_stopsWhereTheManifestEnds() throws IOException {
        Map<String, byte[]> files = SongModelSamples.files(sound);
        files.put("songs.jsonl", new byte[50_000_000]);
        assertRefused(
                SongModelSamples.packed(folder.resolve("bomb"), files, false), "songs.jsonl unpacks to more than");
        files.put("manifest.json", new byte[50_000_000]);
        assertRefused(
                SongModelSamples.packed(folder.resolve("bomb"), files, false), "manifest.json unpacks to more than");
    }

    @Test
    void unpack_moreThanAllowed_isRefused() {
        assertThatThrownBy(() -> unpack(sound, new SongModelReader.Limits(100, SONGS)))
                .hasMessageContaining("At most 0 MB are allowed here");
        assertThatThrownBy(() -> unpack(sound, new SongModelReader.Limits(1 << 20, SONGS - 1)))
                .hasMessageContaining("At most 5 fit into the memory here");
    }

    @Test
    void unpack_otherChecksum_isRefused() throws IOException {
        assertRefused(
                spoilt("manifest.json", text(json -> json.replaceFirst("\"sha256\" : \"....", "\"sha256\" : \"0000"))),
                "its checksum differs");
    }

    @Test
    void unpack_anyBytesChangedOrCut_isSoundOrRefused() throws IOException {
        SplittableRandom random = new SplittableRandom(24);
        byte[] bytes = Files.readAllBytes(sound);
        int refused = 0;
        for (int round = 0; round < 400; round++) {
            byte[] changed = Arrays.copyOf(bytes, round % 4 == 0 ? random.nextInt(bytes.length) : bytes.length);
            for (int change = 0; change <= round % 3 && changed.length > 0; change++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            Path file = folder.resolve("fuzzed");
            Files.write(file, changed);
            try {
                unpack(file, SongModelReader.Limits.NONE);
            } catch (SongModelException e) {
                refused++;
                assertThat(e.getMessage()).endsWith(".");
            }
        }
        assertThat(refused).isGreaterThan(200);
    }
}
