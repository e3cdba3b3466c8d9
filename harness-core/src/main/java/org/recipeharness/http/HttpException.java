package org.recipeharness.http;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.recipeharness.fault.Fault;
import org.recipeharness.fault.Faulty;
import org.recipeharness.fault.Party;

/**
 * Says why a request has no answer; there is a class for each reason.
 *
 * <p>The message begins with the request, such as {@code GET https://board.lab.test/}.
 */
public abstract sealed class HttpException extends IOException implements Faulty {

    private HttpException(String asked, String found, @Nullable Throwable cause) {
        super(asked + ": " + found, cause);
    }

    @Override
    public Fault fault() {
        return Fault.UNKNOWN.with(Fault.Timing.CONNECTION);
    }

    /** The host has no address: it lies behind no ingress that is set, and DNS does not know it. */
    public static final class UnknownHost extends HttpException {
        UnknownHost(String asked, String host, String hint, IOException cause) {
            super(asked, "the host '" + host + "' is unknown to DNS, which was asked because " + hint, cause);
        }

        @Override
        public Fault fault() {
            return Fault.of(Party.EXTERNAL);
        }
    }

    /** Nothing takes a connection at the host's address. */
    public static final class NoConnection extends HttpException {
        NoConnection(String asked, String addresses, IOException cause) {
            super(asked, "no connection to " + addresses + ": " + cause.getMessage(), cause);
        }
    }

    /** The peer ended the TLS handshake, or does not speak TLS. */
    public static final class HandshakeFailed extends HttpException {
        HandshakeFailed(String asked, String addresses, IOException cause) {
            super(asked, "the TLS handshake with " + addresses + " failed: " + cause.getMessage(), cause);
        }
    }

    /** The peer's certificate is not trusted, or is one for another host. */
    public static final class NotTrusted extends HttpException {

        private final transient X509Certificate certificate;

        NotTrusted(String asked, X509Certificate certificate, String reason, IOException cause) {
            super(
                    asked,
                    "the certificate is not trusted: " + reason + ". Its subject: '"
                            + certificate.getSubjectX500Principal() + "', for "
                            + CertificateNames.of(certificate) + ", issued by '"
                            + certificate.getIssuerX500Principal() + "', valid until "
                            + certificate.getNotAfter().toInstant()
                            + ". An authority of one's own is named by harness.ingress-ca",
                    cause);
            this.certificate = certificate;
        }

        /**
         * Gives the certificate.
         *
         * @return what the peer has shown first
         */
        public X509Certificate certificate() {
            return certificate;
        }

        @Override
        public Fault fault() {
            return Fault.UNKNOWN;
        }
    }

    /** The time was up. */
    public static final class TimedOut extends HttpException {

        private final HttpPhase phase;

        TimedOut(String asked, String addresses, HttpPhase phase, Duration limit, @Nullable Throwable cause) {
            super(
                    asked,
                    "no answer from " + addresses + " within " + limit.toMillis() + " ms, spent last on " + phase,
                    cause);
            this.phase = phase;
        }

        /**
         * Tells how far the request had come.
         *
         * @return the phase that was not finished
         */
        public HttpPhase phase() {
            return phase;
        }

        @Override
        public Fault fault() {
            return Fault.UNKNOWN.with(Fault.Timing.LIMIT);
        }
    }

    /** The peer took the request and closed the connection without a word. */
    public static final class Closed extends HttpException {
        Closed(String asked, String addresses, IOException cause) {
            super(asked, addresses + " closed the connection without an answer: " + cause.getMessage(), cause);
        }
    }

    /** There was an answer, but it broke off, or is not what it should be: HTTP, or JSON. */
    public static final class Unreadable extends HttpException {
        Unreadable(String asked, String found, IOException cause) {
            super(asked, "the answer can't be read: " + found, cause);
        }

        @Override
        public Fault fault() {
            return Fault.UNKNOWN;
        }
    }
}
