package org.segue.songmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTensorsTest {

    @TempDir
    Path folder;

    @Test
    void open_writtenFile_givesBackEveryNumber() throws IOException {
        // More than two chunks of a megabyte, and not a whole number of them.
        float[] floats = new float[600_001];
        SplittableRandom random = new SplittableRandom(7);
        for (int k = 0; k < floats.length; k++) {
            floats[k] = Float.intBitsToFloat(random.nextInt());
        }
        int[] ints = {Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE};
        long[] longs = {Long.MIN_VALUE, 42, Long.MAX_VALUE};
        Path file = folder.resolve("t");

        SafeTensors.write(
                file,
                List.of(Tensor.of("l", longs, 3), Tensor.of("f", floats, 600_001, 1), Tensor.of("i", ints, 2, 2)));

        try (SafeTensors tensors = SafeTensors.open(file)) {
            assertThat(tensors.names()).containsExactly("l", "f", "i");
            assertThat(tensors.shape("i")).containsExactly(2, 2);
            assertThat(tensors.ints("i")).isEqualTo(ints);
            assertThat(tensors.longs("l")).isEqualTo(longs);
            float[] read = tensors.floats("f");
            for (int k = 0; k < floats.length; k++) {
                assertThat(Float.floatToRawIntBits(read[k])).isEqualTo(Float.floatToRawIntBits(floats[k]));
            }
        }
    }

    @Test
    void open_emptyTensor_hasNoNumbers() throws IOException {
        Path file = folder.resolve("t");
        SafeTensors.write(file, List.of(Tensor.of("e", new float[0], 0, 64), Tensor.of("i", new int[] {1}, 1)));

        try (SafeTensors tensors = SafeTensors.open(file)) {
            assertThat(tensors.floats("e")).isEmpty();
            assertThat(tensors.ints("i")).containsExactly(1);
        }
    }

    @Test
    void write_oneTensor_makesTheBytesOfTheFormat() throws IOException {
        Path file = folder.resolve("t");

        SafeTensors.write(file, List.of(Tensor.of("a", new int[] {1, 256}, 2)));

        String header = "{\"a\":{\"dtype\":\"I32\",\"shape\":[2],\"data_offsets\":[0,8]}}";
        int padded = (header.length() + 7) / 8 * 8;
        ByteBuffer expected = ByteBuffer.allocate(8 + padded + 8).order(ByteOrder.LITTLE_ENDIAN);
        expected.putLong(padded);
        expected.put((header + " ".repeat(padded - header.length())).getBytes(StandardCharsets.UTF_8));
        expected.put(new byte[] {1, 0, 0, 0, 0, 1, 0, 0});
        assertThat(Files.readAllBytes(file)).isEqualTo(expected.array());
    }

    @Test
    void write_existingFile_isRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("t"));

        assertThatThrownBy(() -> SafeTensors.write(file, List.of(Tensor.of("a", new int[1], 1))))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void of_shapeThatDoesNotFit_isRefused() {
        assertThatThrownBy(() -> Tensor.of("a", new float[5], 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5 values for the shape [2, 3]");
    }

    @Test
    void open_metadata_isSkipped() throws IOException {
        Path file = file("{'__metadata__':{'format':'pt'},'a':{'dtype':'I32','shape':[1],'data_offsets':[0,4]}}", 4);

        try (SafeTensors tensors = SafeTensors.open(file)) {
            assertThat(tensors.names()).containsExactly("a");
        }
    }

    @Test
    void floats_tensorOfAnotherKind_isRefused() throws IOException {
        try (SafeTensors tensors =
                SafeTensors.open(file("{'a':{'dtype':'I32','shape':[1],'data_offsets':[0,4]}}", 4))) {
            assertThatIOException().isThrownBy(() -> tensors.floats("a")).withMessageContaining("no tensor a of F32");
            assertThatIOException().isThrownBy(() -> tensors.ints("b")).withMessageContaining("no tensor b");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[]|0|not a JSON object",
                "{'a':1}|0|not described",
                "{'a':{'dtype':'I32','shape':[1]}}|4|not described",
                "{'a':{'dtype':'I32','shape':[1],'offsets':[0,4]}}|4|has no data_offsets",
                "{'a':{'dtype':'F16','shape':[2],'data_offsets':[0,4]}}|4|unknown dtype",
                "{'a':{'dtype':32,'shape':[1],'data_offsets':[0,4]}}|4|unknown dtype",
                "{'a':{'dtype':'I32','shape':1,'data_offsets':[0,4]}}|4|not a list",
                "{'a':{'dtype':'I32','shape':[-1],'data_offsets':[0,4]}}|4|not a natural number",
                "{'a':{'dtype':'I32','shape':[1.0],'data_offsets':[0,4]}}|4|not a natural number",
                "{'a':{'dtype':'I32','shape':[99999999999999999999],'data_offsets':[0,4]}}|4|not a natural number",
                "{'a':{'dtype':'I32','shape':[4294967296,4294967296],'data_offsets':[0,0]}}|0|impossible shape",
                "{'a':{'dtype':'I32','shape':[9223372036854775807],'data_offsets':[0,4]}}|4|impossible shape",
                "{'a':{'dtype':'I32','shape':[2],'data_offsets':[0,4]}}|4|its shape needs 8",
                "{'a':{'dtype':'I32','shape':[1],'data_offsets':[4,0]}}|4|illegal offsets",
                "{'a':{'dtype':'I32','shape':[1],'data_offsets':[0]}}|4|illegal offsets",
                "{'a':{'dtype':'I32','shape':[1],'data_offsets':[4,8]}}|8|byte 0 is next",
                "{'a':{'dtype':'I32','shape':[1],'data_offsets':[0,4]},'b':{'dtype':'I32','shape':[1],'data_offsets':[0,4]}}|8|byte 4 is next",
                "{'a':{'dtype':'I32','shape':[2],'data_offsets':[0,8]},'b':{'dtype':'I32','shape':[1],'data_offsets':[4,8]}}|8|byte 8 is next",
                "{'a':{'dtype':'I32','shape':[1],'data_offsets':[0,4]}}|3|take 4 bytes, but 3",
                "{'a':{'dtype':'I32','shape':[1],'data_offsets':[0,4]}}|5|take 4 bytes, but 5",
                "{'a':{'dtype':'I32','shape':[1],'data_offsets':[0,4]},'a':{'dtype':'I32','shape':[1],'data_offsets':[4,8]}}|8|Duplicate",
                "{'a':{'dtype':'I32','shape':[1],'data_offsets':[0,4]}} {}|4|Trailing token",
                "{'a':|0|Unexpected end"
            })
    void open_unsoundHeader_isRefused(String header, int dataBytes, String reason) throws IOException {
        Path file = file(header, dataBytes);

        assertThatIOException().isThrownBy(() -> SafeTensors.open(file)).withMessageContaining(reason);
    }

    @Test
    void open_headerLengthThatLies_isRefused() throws IOException {
        assertThatIOException()
                .isThrownBy(() -> SafeTensors.open(raw(-1, "{}")))
                .withMessageContaining("not between");
        assertThatIOException()
                .isThrownBy(() -> SafeTensors.open(raw(Long.MAX_VALUE, "{}")))
                .withMessageContaining("not between");
        assertThatIOException().isThrownBy(() -> SafeTensors.open(raw(3, "{}"))).withMessageContaining("cut off");
        assertThatIOException().isThrownBy(() -> SafeTensors.open(raw(0, ""))).withMessageContaining("not between");
        Path tiny = Files.write(folder.resolve("tiny"), new byte[7]);
        assertThatIOException().isThrownBy(() -> SafeTensors.open(tiny)).withMessageContaining("too few");
    }

    @Test
    void open_everyCutOfASoundFile_isRefused() throws IOException {
        byte[] whole = Files.readAllBytes(file("{'a':{'dtype':'I32','shape':[1],'data_offsets':[0,4]}}", 4));
        for (int length = 0; length < whole.length; length++) {
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
            assertThatIOException().isThrownBy(() -> SafeTensors.open(cut));
        }
    }

    private Path file(String header, int dataBytes) throws IOException {
        String json = header.replace('\'', '"');
        return raw(json.length(), json + "\0".repeat(dataBytes));
    }

    private Path raw(long headerLength, String rest) throws IOException {
        byte[] bytes = rest.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer content = ByteBuffer.allocate(Long.BYTES + bytes.length).order(ByteOrder.LITTLE_ENDIAN);
        content.putLong(headerLength).put(bytes);
        return Files.write(folder.resolve("raw"), content.array());
    }
}
