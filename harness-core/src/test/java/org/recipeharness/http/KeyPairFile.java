package org.recipeharness.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A key and a certificate that is signed by itself, made by the JDK's keytool. */
public record KeyPairFile(Path store, Path pem) {

    private static final String ALIAS = "it";
    private static final String PASSWORD = "not-secret";

    public static KeyPairFile forHosts(Path folder, String... hosts) throws IOException, InterruptedException {
        Path store = folder.resolve("keys.p12");
        Path pem = folder.resolve("certificate.pem");
        keytool(
                "-genkeypair",
                store,
                "-keyalg",
                "EC",
                "-dname",
                "CN=Lab of this test",
                "-ext",
                "san=dns:" + String.join(",dns:", hosts));
        keytool("-exportcert", store, "-rfc", "-file", pem.toString());
        return new KeyPairFile(store, pem);
    }

    private static void keytool(String command, Path store, String... more) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                command,
                "-alias",
                ALIAS,
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD));
        words.addAll(List.of(more));
        Process keytool = new ProcessBuilder(words).inheritIO().start();
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            keytool.destroyForcibly();
            throw new IllegalStateException(words + " failed");
        }
    }

    /** The TLS of a server that has this key. */
    SSLContext serverContext() throws IOException, GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys(), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** Certificate and key as one PEM text, as HAProxy takes them. */
    public String asPem() throws IOException, GeneralSecurityException {
        byte[] key = keys().getKey(ALIAS, PASSWORD.toCharArray()).getEncoded();
        return Files.readString(pem).replace("\r", "") + "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key) + "\n-----END PRIVATE KEY-----\n";
    }

    private KeyStore keys() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store)) {
            keys.load(file, PASSWORD.toCharArray());
        }
        return keys;
    }
}
