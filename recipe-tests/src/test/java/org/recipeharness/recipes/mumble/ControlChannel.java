package org.recipeharness.recipes.mumble;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.util.Optional;

/**
 * Reads and writes the frames of Mumble's control channel: 16 bits type, 32 bits length, both big-endian, then the payload.
 *
 * <p>Source: Mumble's {@code docs/dev/network-protocol/protocol_stack_tcp.md}. It knows nothing of TLS or of time: the streams
 * are those of a {@link Connection}, which ends a read that takes too long.
 */
final class ControlChannel {

    /** The longest payload, in bytes, that Mumble's own client and server take. */
    static final int LONGEST_PAYLOAD = 0x7f_ffff;

    private final DataInputStream in;
    private final DataOutputStream out;

    ControlChannel(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = new DataOutputStream(new BufferedOutputStream(out));
    }

    /**
     * Reads the next message, skipping those of types that only a newer server knows.
     *
     * @throws EOFException when the peer has closed, between two frames or within one
     * @throws ProtocolException when a frame is longer than any of Mumble's
     */
    Message read() throws IOException {
        while (true) {
            int number = in.readUnsignedShort();
            ByteString payload = payload(number, in.readInt());
            Optional<MessageType> type = MessageType.of(number);
            if (type.isPresent()) {
                return new Message(type.get(), payload);
            }
        }
    }

    private ByteString payload(int number, int length) throws IOException {
        if (length < 0 || length > LONGEST_PAYLOAD) {
            throw new ProtocolException("a frame of type " + number + " and " + Integer.toUnsignedString(length)
                    + " bytes, where Mumble's longest has " + LONGEST_PAYLOAD);
        }
        // readNBytes grows with what arrives: a length that is only claimed costs no memory.
        byte[] payload = in.readNBytes(length);
        if (payload.length < length) {
            throw new EOFException(
                    "a frame of type " + number + " cut off after " + payload.length + " of " + length + " bytes");
        }
        return ByteString.copyFrom(payload);
    }

    /** Writes one message, and sends it off. */
    void write(MessageType type, MessageLite message) throws IOException {
        byte[] payload = message.toByteArray();
        out.writeShort(type.number());
        out.writeInt(payload.length);
        out.write(payload);
        out.flush();
    }
}
