package org.recipeharness.recipes.mumble;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Speaks TLS with a server whose certificate nobody has signed.
 *
 * <p>A Mumble server makes its own certificate at its first start, and clients remember it by its hash. There is no authority to
 * ask, and nothing secret is sent: so any certificate is taken, and a test of one must look at it by itself.
 */
final class SelfSignedTls extends X509ExtendedTrustManager {

    private SelfSignedTls() {}

    /** Starts TLS as a client over a connected socket; closing the result closes the socket. */
    static SSLSocket over(Socket tcp, InetSocketAddress server) throws IOException {
        SSLSocket tls = (SSLSocket)
                context().getSocketFactory().createSocket(tcp, server.getHostString(), server.getPort(), true);
        tls.startHandshake();
        return tls;
    }

    private static SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new SelfSignedTls()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no TLS, which every Java must have", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
