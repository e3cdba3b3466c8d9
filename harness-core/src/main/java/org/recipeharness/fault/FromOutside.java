package org.recipeharness.fault;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.recipeharness.app.DeployFailedException;
import org.recipeharness.app.DeployFailure;
import org.recipeharness.canonical.DamagedRecordException;
import org.recipeharness.checkout.CheckoutException;
import org.recipeharness.files.HeldException;
import org.recipeharness.http.HttpException;
import org.recipeharness.lease.LeaseException;
import org.recipeharness.process.CommandException;
import org.recipeharness.settings.SettingsException;
import org.recipeharness.swarm.StackRefusedException;
import org.recipeharness.swarm.SwarmException;

/** Tells whether a failure comes from outside of recipe, assertions and harness: a registry, a name server, the engine, a disk. */
public final class FromOutside {

    private static final String FULL_DISK = "no space left on device";
    private static final List<String> NO_ENGINE =
            List.of("cannot connect to the docker daemon", "error during connect", "connection refused");

    private FromOutside() {}

    /**
     * Tells whether an error comes from outside.
     *
     * @param thrown the error; what it was caused by is looked at by itself
     * @return true where neither recipe nor assertions nor harness are to answer for it
     */
    public static boolean is(Throwable thrown) {
        if (thrown instanceof UnknownHostException
                || thrown instanceof HttpException.UnknownHost
                || thrown instanceof LeaseException
                || thrown instanceof HeldException
                || thrown instanceof DamagedRecordException
                || thrown instanceof SettingsException) {
            return true;
        }
        if (thrown instanceof DeployFailedException deploy) {
            return deploy.failure().origin() == DeployFailure.Origin.OUTSIDE
                    || (deploy.failure() == DeployFailure.IMAGE_UNAVAILABLE && says(deploy, FULL_DISK));
        }
        if (thrown instanceof CheckoutException) {
            return causes(thrown)
                    .anyMatch(cause -> isOfNetwork(cause)
                            || cause instanceof TimeoutException
                            || cause instanceof SSLException
                            || says(cause, FULL_DISK));
        }
        if (thrown instanceof SwarmException swarm) {
            return says(swarm, FULL_DISK)
                    || (!TimeLimits.reached(swarm)
                            && !swarm.isContainerGone()
                            && causes(swarm).anyMatch(IOException.class::isInstance));
        }
        if (thrown instanceof StackRefusedException || thrown instanceof CommandException) {
            return says(thrown, FULL_DISK) || NO_ENGINE.stream().anyMatch(sign -> says(thrown, sign));
        }
        return thrown instanceof IOException && says(thrown, FULL_DISK);
    }

    private static boolean isOfNetwork(Throwable thrown) {
        return thrown instanceof UnknownHostException
                || thrown instanceof SocketException
                || thrown instanceof InterruptedIOException;
    }

    private static boolean says(Throwable thrown, String sign) {
        return String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT).contains(sign);
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(100);
    }
}
