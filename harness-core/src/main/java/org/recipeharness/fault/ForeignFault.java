package org.recipeharness.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What errors of Java, of libraries and of the docker programs show of a fault. */
public final class ForeignFault {

    /** The words of {@code strerror(ENOSPC)}, in lower case. */
    private static final String FULL_DISK = "no space left on device";
    /** How the docker CLI says that no engine answers it, in lower case. */
    private static final List<String> NO_ENGINE =
            List.of("cannot connect to the docker daemon", "error during connect", "connection refused");

    private ForeignFault() {}

    static Fault of(Throwable thrown) {
        if (thrown instanceof UnknownHostException || (thrown instanceof IOException && namesFullDisk(thrown))) {
            return Fault.of(Party.EXTERNAL).with(timing(thrown));
        }
        return Fault.UNKNOWN.with(timing(thrown));
    }

    /** Libraries of tests have exceptions of their own for a limit of time, and call them so. */
    private static Fault.Timing timing(Throwable thrown) {
        if (thrown instanceof SocketTimeoutException
                || thrown instanceof TimeoutException
                || thrown.getClass().getSimpleName().endsWith("TimeoutException")) {
            return Fault.Timing.LIMIT;
        }
        return thrown instanceof IOException
                        && !(thrown instanceof JsonProcessingException || thrown instanceof FileSystemException)
                ? Fault.Timing.CONNECTION
                : Fault.Timing.NONE;
    }

    /**
     * Determine whether an error says that a disk is full.
     *
     * @param thrown the error; its causes are not looked at
     * @return true if its message has the operating system's words for that
     */
    public static boolean namesFullDisk(Throwable thrown) {
        return says(thrown, FULL_DISK);
    }

    /**
     * Determine whether the docker CLI says that no engine answers it.
     *
     * @param thrown an error with the CLI's words
     * @return true if they are about the connection and not about what was asked
     */
    public static boolean namesNoEngine(Throwable thrown) {
        return NO_ENGINE.stream().anyMatch(sign -> says(thrown, sign));
    }

    /**
     * Determine whether a network, a name server, a certificate or a disk has caused an error.
     *
     * @param thrown the error
     * @return true if it or one of its causes is such an error
     */
    public static boolean isOfNetworkOrDisk(Throwable thrown) {
        return causes(thrown)
                .anyMatch(cause -> cause instanceof UnknownHostException
                        || cause instanceof SocketException
                        || cause instanceof InterruptedIOException
                        || cause instanceof TimeoutException
                        || cause instanceof SSLException
                        || namesFullDisk(cause));
    }

    /**
     * Determine whether a connection has broken or could not be made, for another reason than a limit of time.
     *
     * @param thrown the error
     * @return true if one of its causes is of input or output, and none of a limit of time
     */
    public static boolean isOfBrokenConnection(Throwable thrown) {
        return causes(thrown).anyMatch(IOException.class::isInstance)
                && causes(thrown).noneMatch(cause -> timing(cause) == Fault.Timing.LIMIT);
    }

    /**
     * Return an error and its causes.
     *
     * @param thrown the error
     * @return itself first; at most 100, as causes may form a circle
     */
    public static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(100);
    }

    private static boolean says(Throwable thrown, String sign) {
        return String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT).contains(sign);
    }
}
