package org.recipeharness.checkout;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the proxies that the environment names, as git and docker do: {@code https_proxy} or {@code http_proxy} by the address's
 * scheme, else {@code all_proxy}, each also in capitals, for all hosts that {@code no_proxy} does not except. As with docker,
 * loopback addresses never have a proxy.
 *
 * <p>What the JVM was told comes first, as by {@code -Dhttps.proxyHost}.
 *
 * @see <a href="https://curl.se/docs/manpage.html#ENVIRONMENT">curl, which git asks with</a>
 * @see <a href="https://pkg.go.dev/golang.org/x/net/http/httpproxy#Config">httpproxy, which docker asks with</a>
 */
final class EnvironmentProxies {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final String ANY_SCHEME = "all_proxy";
    private static final int HTTP_PORT = 80;
    private static final int SOCKS_PORT = 1080;

    private final Map<String, String> environment;

    EnvironmentProxies(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Finds the proxy for an address.
     *
     * @param asked any address; only {@code http:} and {@code https:} have proxies
     * @return empty where the environment names none, and where the JVM knows one already
     * @throws CheckoutException when the variable's value is not the address of an HTTP or SOCKS proxy, or contains a login and
     *     the address is {@code https:}
     */
    Optional<Named> forAddress(URI asked) {
        if (!SCHEMES.contains(asked.getScheme())
                || asked.getHost() == null
                || exceptions().except(asked)
                || isKnownToJvm(asked)) {
            return Optional.empty();
        }
        return Stream.of(asked.getScheme() + "_proxy", ANY_SCHEME)
                .flatMap(name -> Stream.of(name, name.toUpperCase(Locale.ROOT)))
                .filter(name -> !environment.getOrDefault(name, "").isBlank())
                .findFirst()
                .map(variable ->
                        named(variable, environment.getOrDefault(variable, "").strip()))
                .map(named -> sendable(named, asked));
    }

    private static boolean isKnownToJvm(URI asked) {
        return ProxySelector.getDefault().select(asked).stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
    }

    private ProxyExceptions exceptions() {
        return new ProxyExceptions(Stream.of("no_proxy", "NO_PROXY")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .map(value -> List.of(value.strip().split("[,\\s]+")))
                .orElse(List.of()));
    }

    private static Named named(String variable, String value) {
        URI address = address(variable, value.contains("://") ? value : "http://" + value);
        Proxy.Type type = switch (address.getScheme()) {
            case "http" -> Proxy.Type.HTTP;
            case "socks4", "socks4a", "socks5", "socks5h" -> Proxy.Type.SOCKS;
            default -> throw unusable(variable, "its scheme is " + address.getScheme());
        };
        int usual = type == Proxy.Type.HTTP ? HTTP_PORT : SOCKS_PORT;
        var socket = InetSocketAddress.createUnresolved(
                address.getHost(), address.getPort() < 0 ? usual : address.getPort());
        return new Named(variable, new Proxy(type, socket), Optional.ofNullable(address.getUserInfo()));
    }

    /** Java's client opens a tunnel without the login that it is given, so that the proxy's refusal would be the only hint. */
    private static Named sendable(Named named, URI asked) {
        if (named.login().isPresent() && asked.getScheme().equals("https")) {
            throw unusable(
                    named.variable(), "it contains a login, which can't be sent to a proxy for https: addresses");
        }
        return named;
    }

    private static URI address(String variable, String value) {
        try {
            var address = new URI(value);
            if (address.getHost() == null) {
                throw unusable(variable, "it names no host");
            }
            return address;
        } catch (URISyntaxException e) {
            throw unusable(variable, e.getReason());
        }
    }

    /** The value itself may contain a password. */
    private static CheckoutException unusable(String variable, String why) {
        return new CheckoutException("Reading the proxy's address in the environment variable " + variable + ": " + why
                + ". Expected http://<host>:<port> or socks5://<host>:<port>");
    }

    /**
     * A proxy.
     *
     * @param variable the environment variable that names it
     * @param proxy its kind and address
     * @param login {@code <user>:<password>}, where the variable contains one
     */
    record Named(String variable, Proxy proxy, Optional<String> login) {

        /** The value of the header that sends the login. */
        Optional<String> authorization() {
            return login.map(
                    text -> "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        }

        /** Without the login. */
        @Override
        public String toString() {
            var socket = (InetSocketAddress) proxy.address();
            return socket.getHostString() + ":" + socket.getPort() + " (environment variable " + variable + ")";
        }
    }
}
