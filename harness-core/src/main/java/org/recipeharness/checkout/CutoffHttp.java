package org.recipeharness.checkout;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.URL;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.JDKHttpConnection;
import org.eclipse.jgit.transport.http.JDKHttpConnectionFactory;

/**
 * Makes connections whose answers are cut off. JGit asks its monitor only where objects arrive: a server that sends nothing but
 * progress would be listened to for ever.
 */
final class CutoffHttp extends JDKHttpConnectionFactory {

    private final Cutoff cutoff;

    CutoffHttp(Cutoff cutoff) {
        this.cutoff = cutoff;
    }

    @Override
    public HttpConnection create(URL url) throws IOException {
        return new Connection(url, Proxy.NO_PROXY);
    }

    @Override
    public HttpConnection create(URL url, Proxy proxy) throws IOException {
        return new Connection(url, proxy);
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
