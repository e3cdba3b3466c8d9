package org.recipeharness.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** The authorities whose certificates are taken: those of the JVM, and those that are named beside them. */
public final class Trust {

    private final List<X509Certificate> more;
    private @Nullable X509ExtendedTrustManager verifier;

    private Trust(List<X509Certificate> more) {
        this.more = more;
    }

    /**
     * Trusts the authorities of the JVM alone.
     *
     * @return the trust
     */
    public static Trust ofJvm() {
        return new Trust(List.of());
    }

    /**
     * Trusts the authorities of a file too.
     *
     * @param pem a file with one or several certificates in PEM form
     * @return the trust
     * @throws IllegalArgumentException when it can't be read, or holds none
     */
    public static Trust andOf(Path pem) {
        try {
            return new Trust(read(Files.readAllBytes(pem), "'" + pem + "'"));
        } catch (IOException e) {
            throw new IllegalArgumentException("found '" + pem + "', which can't be read: " + e, e);
        }
    }

    /**
     * Trusts the authorities of a text too, such as an app that has its own gives it.
     *
     * @param pem one or several certificates in PEM form
     * @return the trust
     * @throws IllegalArgumentException when it holds none
     */
    public static Trust andOf(String pem) {
        return new Trust(read(pem.getBytes(StandardCharsets.US_ASCII), "a text"));
    }

    private static List<X509Certificate> read(byte[] pem, String name) {
        try {
            List<X509Certificate> read =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (read.isEmpty()) {
                throw new IllegalArgumentException(
                        "found " + name + " without a certificate, expected some in PEM form");
            }
            return read;
        } catch (CertificateException e) {
            throw new IllegalArgumentException(
                    "found " + name + ", expected certificates in PEM form: " + e.getMessage(), e);
        }
    }

    /** Reading the JVM's authorities takes a moment, so it is done once. */
    synchronized X509ExtendedTrustManager verifier() {
        if (verifier == null) {
            verifier = made();
        }
        return verifier;
    }

    private X509ExtendedTrustManager made() {
        try {
            X509ExtendedTrustManager ofJvm = verifying(null);
            if (more.isEmpty()) {
                return ofJvm;
            }
            KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
            all.load(null, null);
            int number = 0;
            for (X509Certificate authority : ofJvm.getAcceptedIssuers()) {
                all.setCertificateEntry("jvm-" + number++, authority);
            }
            for (X509Certificate authority : more) {
                all.setCertificateEntry("more-" + number++, authority);
            }
            return verifying(all);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Reading the authorities that this Java trusts failed", e);
        }
    }

    private static X509ExtendedTrustManager verifying(@Nullable KeyStore authorities) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(authorities);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("This Java verifies no certificates"));
    }

    @Override
    public String toString() {
        return "the JVM's authorities and " + more.size() + " more";
    }
}
