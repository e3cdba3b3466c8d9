package org.recipeharness.readiness;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

/**
 * Looks whether a GET is answered with a status from 200 to 399.
 *
 * <p>404 is not ready: an ingress answers it for a host that it does not know.
 *
 * @param name the probe's name
 * @param address what to ask for
 */
public record HttpProbe(String name, URI address) implements Probe {

    @Override
    public Look look(Duration limit) {
        Timeout timeout = Timeout.of(limit);
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .build())
                .build();
        try (var client = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(timeout).build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .build()) {
            int status = client.execute(new HttpGet(address), response -> response.getCode());
            String seen = "GET " + address + " answered " + status;
            return status >= 200 && status < 400 ? Look.ready(seen) : Look.notYet(seen);
        } catch (IOException e) {
            return Look.notYet("GET " + address + ": " + e.getMessage(), e);
        }
    }
}
