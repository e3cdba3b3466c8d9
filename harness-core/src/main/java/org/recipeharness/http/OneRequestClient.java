package org.recipeharness.http;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.util.Timeout;

/** Sets up HttpClient for one request: with our addresses, our trust, and a note of each phase; it repeats nothing. */
final class OneRequestClient {

    private static final int MOST_REDIRECTS = 10;

    private final HttpRequest request;
    private final Course course;
    private final PeerCheck peer;

    OneRequestClient(HttpRequest request, Course course, PeerCheck peer) {
        this.request = request;
        this.course = course;
        this.peer = peer;
    }

    CloseableHttpClient open() {
        Timeout limit = Timeout.of(request.limit());
        var client = HttpClients.custom()
                .setConnectionManager(connections(limit))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(limit)
                        .setMaxRedirects(MOST_REDIRECTS)
                        .build())
                .disableAutomaticRetries()
                // Behind the one that connects: from here on the answer is waited for.
                .addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), "phase", (sent, scope, chain) -> {
                    course.reached(HttpPhase.ANSWER);
                    return chain.proceed(sent, scope);
                });
        return (request.followsRedirects() ? client : client.disableRedirectHandling()).build();
    }

    private HttpClientConnectionManager connections(Timeout limit) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(course)
                .setTlsSocketStrategy(tls())
                // Its own default skips lines that are no HTTP until the server closes, which would then be the reason.
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .responseParserFactory(new DefaultHttpResponseParserFactory())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(limit)
                        .setSocketTimeout(limit)
                        .build())
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(limit).build())
                .build();
    }

    /** Whether a certificate is for the host is left to the JVM's own check, so that one place refuses, and tells why. */
    private TlsSocketStrategy tls() {
        var strategy = new DefaultClientTlsStrategy(tlsContext(), HostnameVerificationPolicy.BUILTIN, null);
        return (socket, host, port, attachment, context) -> {
            course.reached(HttpPhase.HANDSHAKE);
            return strategy.upgrade(socket, host, port, attachment, context);
        };
    }

    private SSLContext tlsContext() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {peer}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no TLS, which every Java must have", e);
        }
    }
}
