package org.recipeharness.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.DnsResolver;

/** Finds the addresses of hosts for one request, and keeps how far it has come; read by the thread that waits for it. */
final class Course implements DnsResolver {

    private final HttpAccess access;
    private volatile HttpPhase phase = HttpPhase.LOOK_UP;
    private volatile String host;
    private volatile List<InetSocketAddress> addresses = List.of();

    Course(HttpRequest request) {
        this.access = request.access();
        this.host = request.address().getHost();
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        this.phase = HttpPhase.LOOK_UP;
        this.host = host;
        this.addresses = List.of();
        this.addresses = found(host, port);
        this.phase = HttpPhase.CONNECT;
        return addresses;
    }

    private List<InetSocketAddress> found(String host, int port) throws UnknownHostException {
        var ingress = access.ingressOf(host);
        return ingress.isPresent()
                ? addressed(ingress.get().host(), ingress.get().portFor(port))
                : addressed(host, port);
    }

    private static List<InetSocketAddress> addressed(String host, int port) throws UnknownHostException {
        return Arrays.stream(InetAddress.getAllByName(host))
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return InetAddress.getAllByName(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    void reached(HttpPhase next) {
        phase = next;
    }

    HttpPhase phase() {
        return phase;
    }

    String host() {
        return host;
    }

    /** Names where the request went, as a message has it. */
    String addresses() {
        return addresses.isEmpty()
                ? host
                : addresses.stream()
                        .map(address -> address.getAddress().getHostAddress() + ":" + address.getPort())
                        .collect(Collectors.joining(", "));
    }
}
