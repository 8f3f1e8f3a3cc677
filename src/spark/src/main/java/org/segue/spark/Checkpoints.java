package org.segue.spark;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * What a training needs to go on after it was ended: the {@link RoundState}, with a checksum. The last two are kept; one that is damaged is passed over.
 */
final class Checkpoints {

    private static final Logger LOG = LogManager.getLogger(Checkpoints.class);
    private static final String PREFIX = "checkpoint-";
    private static final int KEPT = 2;

    private final WorkFolder folder;
    private final String training;

    /**
     * Of a training.
     *
     * @param training all that decides its bits: a checkpoint of another is passed over
     */
    Checkpoints(WorkFolder folder, String training) {
        this.folder = folder;
        this.training = training;
    }

    /** Writes a state, and deletes older ones. */
    void write(RoundState state) {
        folder.write("%s%06d".formatted(PREFIX, state.round()), out -> {
            out.writeUTF(training);
            out.writeInt(state.round());
            out.writeInt(state.table().rows());
            out.writeInt(state.table().dimension());
            out.writeDouble(state.pace().kappa());
            out.writeInt(state.pace().calm());
            out.writeDouble(state.pace().loss());
            CRC32 checksum = new CRC32();
            write(state.table(), out, checksum);
            write(state.last(), out, checksum);
            out.writeLong(checksum.getValue());
        });
        folder.names(PREFIX).stream().skip(KEPT).forEach(folder::delete);
    }

    private static void write(EmbeddingTable table, DataOutputStream out, CRC32 checksum) throws IOException {
        for (int chunk = 0; chunk < table.chunks(); chunk++) {
            byte[] bytes = PackedArrays.bytes(table.chunk(chunk));
            checksum.update(bytes);
            out.write(bytes);
        }
    }

    /** The last state of this training that is whole. */
    Optional<RoundState> last() {
        for (String name : folder.names(PREFIX)) {
            try {
                Optional<RoundState> state = folder.read(name, this::read);
                if (state.isPresent()) {
                    return state;
                }
            } catch (IOException e) {
                LOG.warn("Passed over a checkpoint that cannot be read: {}", name, e);
            }
        }
        return Optional.empty();
    }

    private Optional<RoundState> read(DataInputStream in) throws IOException {
        if (!in.readUTF().equals(training)) {
            return Optional.empty();
        }
        int round = in.readInt();
        int rows = in.readInt();
        int dimension = in.readInt();
        Pace pace = new Pace(in.readDouble(), in.readInt(), in.readDouble());
        CRC32 checksum = new CRC32();
        EmbeddingTable table = read(rows, dimension, in, checksum);
        EmbeddingTable last = read(rows, dimension, in, checksum);
        if (in.readLong() != checksum.getValue()) {
            throw new IOException("its checksum differs");
        }
        return Optional.of(new RoundState(table, last, pace, round));
    }

    private static EmbeddingTable read(int rows, int dimension, DataInputStream in, CRC32 checksum) throws IOException {
        EmbeddingTable table = new EmbeddingTable(rows, dimension);
        for (int chunk = 0; chunk < table.chunks(); chunk++) {
            byte[] bytes = new byte[table.chunk(chunk).length * Float.BYTES];
            in.readFully(bytes);
            checksum.update(bytes);
            ByteBuffer.wrap(bytes).asFloatBuffer().get(table.chunk(chunk));
        }
        return table;
    }
}
