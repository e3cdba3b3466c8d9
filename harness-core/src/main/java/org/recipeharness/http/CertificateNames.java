package org.recipeharness.http;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;

/** Reads which hosts a certificate is for: its subject alternative names, by RFC 9525 the only ones that count. */
final class CertificateNames {

    private static final int DNS = 2;
    private static final int IP = 7;

    private CertificateNames() {}

    static List<String> of(X509Certificate certificate) {
        try {
            var names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name ->
                                    name.get(0).equals(DNS) || name.get(0).equals(IP))
                            .map(name -> String.valueOf(name.get(1)))
                            .toList();
        } catch (CertificateParsingException e) {
            throw new IllegalStateException(
                    "Reading the names of the certificate of '" + certificate.getSubjectX500Principal() + "'", e);
        }
    }

    /** An asterisk stands for one label. */
    static boolean covers(String name, String host) {
        String written = name.toLowerCase(Locale.ROOT);
        String asked = host.toLowerCase(Locale.ROOT);
        int dot = asked.indexOf('.');
        return written.equals(asked) || (dot > 0 && written.equals("*" + asked.substring(dot)));
    }
}
