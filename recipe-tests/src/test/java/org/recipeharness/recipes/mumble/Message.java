package org.recipeharness.recipes.mumble;

import com.google.protobuf.ByteString;

/**
 * One message as it came over the wire.
 *
 * @param type its type
 * @param payload its content: a protobuf message, save for {@link MessageType#UDP_TUNNEL}
 */
record Message(MessageType type, ByteString payload) {}
