package org.recipeharness.recipes.mumble;

import static org.recipeharness.recipes.mumble.MessageType.CHANNEL_STATE;
import static org.recipeharness.recipes.mumble.MessageType.CODEC_VERSION;
import static org.recipeharness.recipes.mumble.MessageType.CRYPT_SETUP;
import static org.recipeharness.recipes.mumble.MessageType.SERVER_SYNC;
import static org.recipeharness.recipes.mumble.MessageType.USER_STATE;
import static org.recipeharness.recipes.mumble.MessageType.VERSION;

import java.util.ArrayList;
import java.util.List;

/**
 * The order that a handshake's messages come in: Version, then keys, codecs, channels and users, then ServerSync.
 *
 * <p>Types that are not named here, such as PermissionQuery, may come anywhere.
 */
public final class HandshakeOrder {

    private static final List<MessageType> BEFORE_SYNC = List.of(CRYPT_SETUP, CODEC_VERSION, CHANNEL_STATE, USER_STATE);

    private HandshakeOrder() {}

    /**
     * Looks for what is out of order.
     *
     * @param received the types of the handshake's messages, as they came; what a server tells later about changes is no part
     *     of it
     * @return a sentence for each thing that is out of order; empty when all is well
     */
    public static List<String> findings(List<MessageType> received) {
        List<String> findings = new ArrayList<>();
        if (received.isEmpty() || received.get(0) != VERSION) {
            findings.add("The first message must be VERSION, but the order was " + received + ".");
        }
        long syncs = received.stream().filter(SERVER_SYNC::equals).count();
        if (syncs != 1) {
            findings.add("There must be one SERVER_SYNC, but there were " + syncs + " in " + received + ".");
            return findings;
        }
        int sync = received.indexOf(SERVER_SYNC);
        for (MessageType type : BEFORE_SYNC) {
            if (!received.subList(0, sync).contains(type)) {
                findings.add("There must be a " + type + " before SERVER_SYNC, but the order was " + received + ".");
            }
            if (received.subList(sync, received.size()).contains(type)) {
                findings.add("No " + type + " may come after SERVER_SYNC, but the order was " + received + ".");
            }
        }
        return findings;
    }
}
