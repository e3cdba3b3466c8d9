package org.recipeharness.recipes.mumble;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.List;
import org.recipeharness.recipes.mumble.wire.Reject;
import org.recipeharness.recipes.mumble.wire.ServerSync;
import org.recipeharness.recipes.mumble.wire.Version;

/**
 * What a server said up to its ServerSync.
 *
 * @param release the server's release, as it names itself; empty when it doesn't
 * @param session the number of the client's own session
 * @param order the types of the messages, as they came
 */
record Welcome(String release, int session, List<MessageType> order) {

    /**
     * Reads a server's messages up to ServerSync.
     *
     * @throws RejectedException when the server says no
     */
    static Welcome receive(Dialogue dialogue, Identity identity) throws IOException {
        String release = "";
        while (true) {
            Message message = dialogue.next();
            switch (message.type()) {
                case VERSION -> release = Version.parseFrom(message.payload()).getRelease();
                case REJECT ->
                    throw new RejectedException(
                            dialogue.connection().address(), identity, Reject.parseFrom(message.payload()));
                case CRYPT_SETUP -> dialogue.connection().enter(Stage.SYNC, "channels, users and ServerSync");
                case SERVER_SYNC -> {
                    return new Welcome(
                            release, session(message), dialogue.connection().heard());
                }
                default -> {}
            }
        }
    }

    private static int session(Message message) throws IOException {
        ServerSync sync = ServerSync.parseFrom(message.payload());
        if (!sync.hasSession()) {
            throw new ProtocolException("a ServerSync that names no session");
        }
        return sync.getSession();
    }
}
