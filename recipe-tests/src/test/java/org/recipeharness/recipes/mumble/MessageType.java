package org.recipeharness.recipes.mumble;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a frame of the control channel carries, by its 16 bit number on the wire.
 *
 * <p>Source: the table of packet types in Mumble's {@code docs/dev/network-protocol/protocol_stack_tcp.md}, and for number 26
 * its {@code src/MumbleProtocol.h}.
 */
public enum MessageType {
    VERSION(0),
    UDP_TUNNEL(1),
    AUTHENTICATE(2),
    PING(3),
    REJECT(4),
    SERVER_SYNC(5),
    CHANNEL_REMOVE(6),
    CHANNEL_STATE(7),
    USER_REMOVE(8),
    USER_STATE(9),
    BAN_LIST(10),
    TEXT_MESSAGE(11),
    PERMISSION_DENIED(12),
    ACL(13),
    QUERY_USERS(14),
    CRYPT_SETUP(15),
    CONTEXT_ACTION_MODIFY(16),
    CONTEXT_ACTION(17),
    USER_LIST(18),
    VOICE_TARGET(19),
    PERMISSION_QUERY(20),
    CODEC_VERSION(21),
    USER_STATS(22),
    REQUEST_BLOB(23),
    SERVER_CONFIG(24),
    SUGGEST_CONFIG(25),
    PLUGIN_DATA_TRANSMISSION(26);

    private static final Map<Integer, MessageType> BY_NUMBER =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(MessageType::number, Function.identity()));

    private final int number;

    MessageType(int number) {
        this.number = number;
    }

    /**
     * Finds a type by its number.
     *
     * @param number the first 16 bits of a frame, unsigned
     * @return the type; empty for a number that only a newer server knows, whose frame is to be skipped
     */
    public static Optional<MessageType> of(int number) {
        return Optional.ofNullable(BY_NUMBER.get(number));
    }

    /**
     * Tells the number on the wire.
     *
     * @return the number, 0 to 65535
     */
    public int number() {
        return number;
    }
}
