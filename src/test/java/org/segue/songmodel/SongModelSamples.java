package org.segue.songmodel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.segue.catalog.RecordingKey;

/** Small song models for tests, and the same ones spoilt. */
public final class SongModelSamples {

    public static final int DIMENSION = 4;
    public static final int NEIGHBORS = 3;

    private SongModelSamples() {}

    /** A manifest of so many songs. */
    public static SongModelManifest manifest(int songs) {
        return new SongModelManifest(
                new SongModelManifest.Size(RecordingKey.VERSION, DIMENSION, songs),
                new SongModelManifest.Loss(0.1, 0.01, 1, "weight", "none"),
                new SongModelManifest.Time(0.5, 0.4, 3600.0, 300.0, null, 0.1),
                new SongModelManifest.Listeners(12_345, 5, false),
                new SongModelManifest.Run(8, 2, 42),
                new SongModelManifest.Origin(
                        Instant.parse("2026-11-30T08:00:00Z"),
                        "test 1",
                        new SongModelManifest.Source("made", "https://example.org/data", "2026-11"),
                        "CC0-1.0"));
    }

    /** Songs called Song 0, Song 1 … of Artist 0 … in the order of a song model; every second one has an MBID. */
    public static List<ModelSong> songs(int count) {
        List<ModelSong> songs = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            String title = "Song " + k;
            String artist = "Artist " + k / 3;
            songs.add(new ModelSong(
                    k % 2 == 0 ? mbid(k) : null,
                    RecordingKey.of(artist, title),
                    title,
                    artist,
                    null,
                    k % 5 == 0 ? "Album" : null,
                    k % 7 == 0 ? 200_000L + k : null,
                    5 + count - k));
        }
        songs.sort(ModelSong.ORDER);
        return songs;
    }

    public static String mbid(int k) {
        return new UUID(0x4000L, 0x8000_0000_0000_0000L + k).toString();
    }

    /** Writes a model of so many songs with embeddings by a seed. */
    public static Path write(Path file, int count) throws IOException {
        return write(file, songs(count), 7);
    }

    /** Writes a model of songs. */
    public static Path write(Path file, List<ModelSong> songs, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        try (SongModelWriter writer = new SongModelWriter(file, songs.size(), DIMENSION, NEIGHBORS)) {
            for (ModelSong song : songs) {
                float[] row = new float[DIMENSION];
                for (int k = 0; k < DIMENSION; k++) {
                    row[k] = (float) (random.nextDouble() - 0.5);
                }
                writer.add(song, row);
            }
            for (int k = 0; k < songs.size(); k++) {
                writer.addNeighbors(
                        new int[] {(k + 1) % songs.size(), (k + 2) % songs.size()}, new float[] {0.5f, 0.25f});
            }
            writer.finish(manifest(songs.size()));
        }
        return file;
    }

    /** The files in a song model, by name. */
    public static Map<String, byte[]> files(Path file) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), bytes(zip));
            }
        }
        return files;
    }

    /** The songs in a song model, which is unpacked into a folder. */
    public static List<ModelSong> read(Path file, Path into) throws IOException {
        List<ModelSong> songs = new ArrayList<>();
        try (SongModel model = SongModelReader.unpack(file, into, SongModelReader.Limits.NONE);
                SongLines lines = model.songs()) {
            for (Optional<ModelSong> next = lines.next(); next.isPresent(); next = lines.next()) {
                songs.add(next.get());
            }
        }
        return songs;
    }

    /** Each song with each of its neighbors, by place, in an unpacked song model. */
    public static List<Set<Integer>> pairs(Path unpacked) throws IOException {
        List<Set<Integer>> pairs = new ArrayList<>();
        try (SongModel model = SongModel.open(unpacked)) {
            int most = model.neighborsPerSong();
            int[] rows = new int[most];
            for (int song = 0; song < model.manifest().size().songs(); song++) {
                model.neighbors(song, rows, new float[most]);
                for (int row : rows) {
                    if (row >= 0) {
                        pairs.add(Set.of(song, row));
                    }
                }
            }
        }
        return pairs;
    }

    private static byte[] bytes(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        in.transferTo(out);
        return out.toByteArray();
    }

    /** The same song model with one of its files changed, and a manifest that says so. */
    public static Path spoilt(Path sound, Path into, String name, UnaryOperator<byte[]> change) throws IOException {
        Map<String, byte[]> files = files(sound);
        files.computeIfPresent(name, (same, bytes) -> change.apply(bytes));
        return packed(into, files, !name.equals(SongModelEntries.MANIFEST));
    }

    /** A zip of files. */
    public static Path packed(Path into, Map<String, byte[]> files, boolean describes) throws IOException {
        if (describes) {
            files.put(SongModelEntries.MANIFEST, described(files));
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(into))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return into;
    }

    private static byte[] described(Map<String, byte[]> files) throws IOException {
        Map<String, SongModelManifest.Entry> entries = new LinkedHashMap<>();
        for (String name : SongModelEntries.WITH_ARTISTS) {
            if (files.containsKey(name)) {
                byte[] bytes = files.get(name);
                entries.put(
                        name,
                        new SongModelManifest.Entry(
                                bytes.length,
                                HexFormat.of().formatHex(PackedFile.sha256().digest(bytes))));
            }
        }
        return ManifestJson.write(ManifestJson.read(Objects.requireNonNull(files.get(SongModelEntries.MANIFEST)))
                .with(entries));
    }

    /** Changes a text file. */
    public static UnaryOperator<byte[]> text(UnaryOperator<String> change) {
        return bytes -> change.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    /** Writes a file of tensors over another. */
    public static UnaryOperator<byte[]> tensors(Path scratch, Tensor... tensors) {
        return bytes -> {
            try {
                Files.deleteIfExists(scratch);
                SafeTensors.write(scratch, List.of(tensors));
                return Files.readAllBytes(scratch);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
