package org.recipeharness.checkout;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.util.Optional;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.JDKHttpConnection;
import org.eclipse.jgit.transport.http.JDKHttpConnectionFactory;

/**
 * Makes connections whose answers are cut off. JGit asks its monitor only where objects arrive: a server that sends nothing but
 * progress would be listened to for ever.
 */
final class CutoffHttp extends JDKHttpConnectionFactory {

    private static final String PROXY_LOGIN = "Proxy-Authorization";

    private final Cutoff cutoff;
    private final EnvironmentProxies proxies;

    CutoffHttp(Cutoff cutoff, EnvironmentProxies proxies) {
        this.cutoff = cutoff;
        this.proxies = proxies;
    }

    @Override
    public HttpConnection create(URL url) throws IOException {
        return create(url, Proxy.NO_PROXY);
    }

    @Override
    public HttpConnection create(URL url, Proxy proxy) throws IOException {
        Optional<EnvironmentProxies.Named> named = proxies.forAddress(URI.create(url.toString()));
        var connection =
                new Connection(url, named.map(EnvironmentProxies.Named::proxy).orElse(proxy));
        named.flatMap(EnvironmentProxies.Named::authorization)
                .ifPresent(login -> connection.setRequestProperty(PROXY_LOGIN, login));
        return connection;
    }

    private final class Connection extends JDKHttpConnection {

        Connection(URL url, Proxy proxy) throws IOException {
            super(url, proxy);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new Answer(super.getInputStream());
        }
    }

    private final class Answer extends FilterInputStream {

        Answer(InputStream answer) {
            super(answer);
        }

        @Override
        public int read() throws IOException {
            requireTime();
            return super.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            requireTime();
            return super.read(into, offset, length);
        }

        private void requireTime() throws IOException {
            if (cutoff.isCancelled()) {
                throw new InterruptedIOException("the answer is no longer waited for");
            }
        }
    }
}
