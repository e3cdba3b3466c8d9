package org.recipeharness.swarm.docker;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A program's standard output, taken out of the engine's frames; its standard error is put aside meanwhile.
 *
 * <p>A frame is 8 bytes of head (stream, three zeros, length) and a payload.
 */
final class ProgramOutput extends InputStream {

    private static final int STDERR = 2;

    private final DataInputStream frames;
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private int left;

    ProgramOutput(DataInputStream frames) {
        this.frames = frames;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (left == 0) {
            int stream = frames.read();
            if (stream < 0) {
                return -1;
            }
            frames.skipNBytes(3);
            int size = frames.readInt();
            if (stream == STDERR) {
                byte[] payload = new byte[size];
                frames.readFully(payload);
                errors.writeBytes(payload);
            } else {
                left = size;
            }
        }
        int some = Math.min(length, left);
        frames.readFully(bytes, from, some);
        left -= some;
        return some;
    }

    /** Gives what was written to standard error up to where the output was read. */
    String errors() {
        return errors.toString(StandardCharsets.UTF_8);
    }
}
