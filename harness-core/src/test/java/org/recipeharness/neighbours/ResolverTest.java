package org.recipeharness.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.recipeharness.swarm.NetworkMember;

/** The answers that were measured with Docker 20.10, a caddy on its stack's network and on the shared one. */
class ResolverTest {

    private static final String PROXY = "fz-proxy";

    @Test
    void aNetworkThatComesBeforeTheSharedOneAnswersAlone() {
        assertThat(answer("fz-aa", false)).containsExactly("fz-aa_app");
    }

    @Test
    void aNetworkThatComesAfterItIsNotAsked() {
        assertThat(answer("fz-zz", false)).containsExactly("fz-bb_app");
    }

    @Test
    void anInternalNetworkIsAskedLast() {
        assertThat(answer("fz-aa", true)).containsExactly("fz-bb_app");
    }

    @Test
    void aNameFallsThroughToAStrangerWhenItsOwnerIsDown() {
        var down = member("fz-aa_internal", false, "fz-aa_app", Set.of());

        assertThat(names(new Resolver(
                        "fz-aa_caddy", List.of(caddy("fz-aa", false), proxied("fz-aa"), down, stranger()))))
                .containsExactly("fz-bb_app");
    }

    private static List<String> answer(String stack, boolean internal) {
        var own = member(stack + "_internal", internal, stack + "_app", Set.of("10.0.2.2"));
        return names(new Resolver(stack + "_caddy", List.of(caddy(stack, internal), proxied(stack), own, stranger())));
    }

    private static List<String> names(Resolver resolver) {
        return resolver.answer("app").stream().map(NetworkMember::service).toList();
    }

    private static NetworkMember caddy(String stack, boolean internal) {
        return new NetworkMember(
                stack + "_internal", internal, stack + "_caddy", stack, Set.of("caddy"), Set.of("10.0.2.3"));
    }

    private static NetworkMember proxied(String stack) {
        return new NetworkMember(PROXY, false, stack + "_caddy", stack, Set.of("caddy"), Set.of("10.0.1.3"));
    }

    private static NetworkMember stranger() {
        return member(PROXY, false, "fz-bb_app", Set.of("10.0.1.2"));
    }

    private static NetworkMember member(String network, boolean internal, String service, Set<String> addresses) {
        return new NetworkMember(network, internal, service, service.replaceAll("_.*", ""), Set.of("app"), addresses);
    }
}
