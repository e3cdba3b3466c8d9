package org.recipeharness.http;

import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.recipeharness.readiness.Look;
import org.recipeharness.readiness.Probe;

/**
 * Looks whether a request is answered with a status from 200 to 399.
 *
 * <p>404 is not ready: an ingress answers it for a host that it does not know.
 *
 * @param name the probe's name
 * @param request what to ask for; the limit is that of each look
 */
public record HttpProbe(String name, HttpRequest request) implements Probe {

    /**
     * Makes a probe that goes where DNS says.
     *
     * @param name the probe's name
     * @param address what to GET
     */
    public HttpProbe(String name, URI address) {
        this(name, HttpAccess.direct().request(address, UnaryOperator.identity()));
    }

    @Override
    public Look look(Duration limit) throws InterruptedException {
        try {
            int status = request.within(limit).send().status();
            String seen = request + " answered " + status;
            return status >= 200 && status < 400 ? Look.ready(seen) : Look.notYet(seen);
        } catch (HttpException e) {
            return Look.notYet(String.valueOf(e.getMessage()), e);
        }
    }
}
