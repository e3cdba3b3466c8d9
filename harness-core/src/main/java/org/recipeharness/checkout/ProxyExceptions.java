package org.recipeharness.checkout;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Hosts that are asked without a proxy: names with all that end with them, addresses, networks such as {@code 10.0.0.0/8}, each
 * with a port or without, and {@code *} for all.
 *
 * @param entries what {@code no_proxy} lists
 */
record ProxyExceptions(List<String> entries) {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final Pattern PORT = Pattern.compile("(?<host>.*):(?<port>[0-9]{1,5})");
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}|.*:.*");

    boolean except(URI asked) {
        String host = plain(asked.getHost());
        int usual = asked.getScheme().equals("https") ? HTTPS_PORT : HTTP_PORT;
        int port = asked.getPort() < 0 ? usual : asked.getPort();
        return isLoopback(host) || entries.stream().anyMatch(entry -> matches(entry, host, port));
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost")
                || address(host).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    private static boolean matches(String entry, String host, int port) {
        if (entry.equals("*") || contains(entry, host)) {
            return true;
        }
        var withPort = PORT.matcher(entry);
        // An address of IPv6 without brackets has no port.
        boolean hasPort = withPort.matches() && (entry.startsWith("[") || entry.indexOf(':') == entry.lastIndexOf(':'));
        if (hasPort && Integer.parseInt(withPort.group("port")) != port) {
            return false;
        }
        String name = plain(hasPort ? withPort.group("host") : entry).replaceFirst("^\\*?\\.", "");
        return !name.isEmpty() && (host.equals(name) || (address(host).isEmpty() && host.endsWith("." + name)));
    }

    private static boolean contains(String network, String host) {
        String[] parts = network.split("/", 2);
        Optional<InetAddress> base = address(parts[0]);
        Optional<InetAddress> asked = address(host);
        if (parts.length < 2 || !parts[1].matches("[0-9]{1,3}") || base.isEmpty() || asked.isEmpty()) {
            return false;
        }
        byte[] from = base.get().getAddress();
        byte[] of = asked.get().getAddress();
        int bits = Integer.parseInt(parts[1]);
        if (from.length != of.length || bits > from.length * Byte.SIZE) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((from[bit / Byte.SIZE] ^ of[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** The address that is written there; no name is looked up. */
    private static Optional<InetAddress> address(String host) {
        if (!ADDRESS.matcher(host).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static String plain(String host) {
        return host.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
    }
}
