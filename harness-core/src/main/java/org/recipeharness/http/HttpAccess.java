package org.recipeharness.http;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How apps are reached over HTTP.
 *
 * @param ingress what takes requests to the domains, where no DNS entry leads to it
 * @param domains those that lie behind the ingress, with all below them
 * @param trust whose certificates are taken
 */
public record HttpAccess(Optional<Ingress> ingress, List<String> domains, Trust trust) {

    public HttpAccess {
        domains = List.copyOf(domains);
    }

    /**
     * Goes where DNS says, and trusts whom the JVM trusts.
     *
     * @return the access
     */
    public static HttpAccess direct() {
        return new HttpAccess(Optional.empty(), List.of(), Trust.ofJvm());
    }

    /**
     * Begins a request.
     *
     * @param address an {@code http} or {@code https} address with a host
     * @param masking what hides secrets in all that is told of the request and its answer
     * @return a GET of it
     * @throws IllegalArgumentException when the address is another one
     */
    public HttpRequest request(URI address, UnaryOperator<String> masking) {
        return new HttpRequest(this, address, masking);
    }

    /** Finds the ingress that a host lies behind. */
    Optional<Ingress> ingressOf(String host) {
        String asked = host.toLowerCase(Locale.ROOT);
        return ingress.filter(any -> domains.stream()
                .map(domain -> domain.toLowerCase(Locale.ROOT))
                .anyMatch(domain -> asked.equals(domain) || asked.endsWith("." + domain)));
    }

    /** Says why a host was looked up in DNS. */
    String whyDns() {
        return ingress.map(any -> "it is not below " + String.join(" or ", domains) + ", which lie behind the ingress "
                        + any.host())
                .orElse("harness.ingress is not set, which names the ingress that takes its requests without DNS");
    }
}
