package org.recipeharness.http;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Verifies a peer's certificates, and keeps what was refused and why, since the handshake's own error does not tell. */
final class PeerCheck extends X509ExtendedTrustManager {

    /** A certificate that was refused. */
    record Refusal(X509Certificate certificate, String reason) {}

    private interface Check {
        void run() throws CertificateException;
    }

    private final Trust trust;
    private final boolean takesAny;
    private volatile @Nullable Refusal refusal;

    PeerCheck(Trust trust, boolean takesAny) {
        this.trust = trust;
        this.takesAny = takesAny;
    }

    Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    private void check(X509Certificate[] chain, Check check) throws CertificateException {
        if (takesAny) {
            return;
        }
        try {
            check.run();
        } catch (CertificateException e) {
            refusal = new Refusal(chain[0], RootReason.of(e));
            throw e;
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain, () -> trust.verifier().checkServerTrusted(chain, authType, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain, () -> trust.verifier().checkServerTrusted(chain, authType, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain, () -> trust.verifier().checkServerTrusted(chain, authType));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        trust.verifier().checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        trust.verifier().checkClientTrusted(chain, authType, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        trust.verifier().checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust.verifier().getAcceptedIssuers();
    }
}
