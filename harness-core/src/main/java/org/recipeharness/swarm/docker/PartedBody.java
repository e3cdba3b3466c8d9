package org.recipeharness.swarm.docker;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The body of an answer that comes in parts of a known length; a connection that breaks within one is an error, and no end. */
final class PartedBody extends InputStream {

    private static final int HEXADECIMAL = 16;

    private final InputStream connection;
    private final boolean chunked;
    private long left;
    private boolean begun;
    private boolean ended;

    private PartedBody(InputStream connection, boolean chunked, long left) {
        this.connection = connection;
        this.chunked = chunked;
        this.left = left;
    }

    static PartedBody ofLength(InputStream connection, long length) {
        return new PartedBody(connection, false, length);
    }

    static PartedBody chunked(InputStream connection) {
        return new PartedBody(connection, true, 0);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0 && !nextPart()) {
            return -1;
        }
        int read = connection.read(bytes, from, (int) Math.min(length, left));
        if (read < 0) {
            throw new EOFException("the engine closed the connection within its answer");
        }
        left -= read;
        return read;
    }

    private boolean nextPart() throws IOException {
        if (ended || !chunked) {
            return false;
        }
        if (begun) {
            EngineAnswer.line(connection);
        }
        begun = true;
        String size = EngineAnswer.line(connection).split(";", 2)[0].strip();
        try {
            left = Long.parseLong(size, HEXADECIMAL);
        } catch (NumberFormatException e) {
            throw new IOException("the engine's answer has a part of the size '" + size + "', which is no number", e);
        }
        ended = left == 0;
        return !ended;
    }
}
