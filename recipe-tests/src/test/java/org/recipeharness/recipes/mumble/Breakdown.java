package org.recipeharness.recipes.mumble;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;

/**
 * Where a talk broke off; words the error.
 *
 * @param server the peer, {@code host:port}
 * @param stage how far the talk had come
 * @param heard the messages that had arrived, in order
 * @param expected what should have come next
 */
record Breakdown(String server, Stage stage, List<MessageType> heard, String expected) {

    private static final String SILENT_IN_TLS =
            ". TCP was accepted and TLS is silent: so looks a server that is paused, starved, or still starting";

    // Both were met: the forwarder of a published port accepts before anything listens in the container.
    private static final String CLOSED_IN_TLS = ". TCP was accepted and then closed: so looks Mumble's autoban"
            + " (more than autobanAttempts connections from one address within autobanTimeframe, successful ones included;"
            + " the server's log says 'Global ban'; the lab's recipe sets AUTOBAN_ATTEMPTS=0),"
            + " and so looks a port published by Docker while the server in the container does not listen";

    /** Words a limit that was over before the peer had said enough. */
    HandshakeException silence(Duration limit, IOException cause) {
        return error("no answer within " + limit.toMillis() + " ms", stage == Stage.TLS ? SILENT_IN_TLS : "", cause);
    }

    /** Words an error of the connection. */
    HandshakeException error(IOException cause) {
        boolean closed = stage != Stage.CONNECT && isClosing(cause);
        String hint = closed && stage == Stage.TLS ? CLOSED_IN_TLS : "";
        return error(closed ? "a connection closed by the server" : firstLine(cause), hint, cause);
    }

    private HandshakeException error(String found, String hint, IOException cause) {
        String sofar = heard.isEmpty() ? "" : " after " + heard;
        return new HandshakeException(
                stage,
                "Talking to the Mumble server " + server + ", stage " + stage + ": found " + found + sofar
                        + ", expected " + expected + hint,
                cause);
    }

    // A channel reports a reset and a broken pipe as plain IOExceptions; TLS, at times, wraps all of these in its own.
    private static boolean isClosing(IOException error) {
        Throwable root = error;
        while (root instanceof SSLException && root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof EOFException || root instanceof SocketException || root.getClass() == IOException.class;
    }

    private static String firstLine(IOException error) {
        return error.toString().lines().findFirst().orElse("");
    }
}
