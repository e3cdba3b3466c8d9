package org.recipeharness.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recipeharness.stack.ComposeTexts.root;
import static org.recipeharness.stack.ComposeTexts.written;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recipeharness.compose.YamlWriter;

class WithoutIpvsTest {

    private final WithoutIpvs adaptation = new WithoutIpvs();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "services: {app: {image: x}}",
                "services: {app: {image: x, deploy: }}",
                "services: {app: {image: x, deploy: {endpoint_mode: vip}}}"
            })
    void findsServicesByDnsInsteadOfAVirtualIp(String text) {
        assertThat(adapted(text)).isEqualTo(written("services: {app: {image: x, deploy: {endpoint_mode: \"dnsrr\"}}}"));
        assertThat(adaptation.adaptations())
                .singleElement()
                .hasToString("app.deploy.endpoint_mode: vip -> dnsrr"
                        + " (the kernel has no IPVS, so swarm's virtual IPs and ingress ports don't route)");
    }

    @Test
    void makesIngressPortsHostPorts() {
        String text = """
                services:
                  app:
                    image: x
                    deploy: {endpoint_mode: dnsrr}
                    ports:
                      - "8080:80"
                      - {target: 53, published: 5353, protocol: udp, mode: ingress}
                      - "443"
                """;

        assertThat(adapted(text)).isEqualTo(written("""
                        services:
                          app:
                            image: x
                            deploy: {endpoint_mode: dnsrr}
                            ports:
                              - {target: 80, published: 8080, protocol: "tcp", mode: "host"}
                              - {target: 53, published: 5353, protocol: udp, mode: "host"}
                              - {target: 443, protocol: "tcp", mode: "host"}
                        """));
        assertThat(adaptation.adaptations())
                .extracting(each -> each.place() + ": " + each.change())
                .containsExactly(
                        "app.ports: 8080: ingress -> host",
                        "app.ports: 5353: ingress -> host",
                        "app.ports: any: ingress -> host");
    }

    @Test
    void leavesAloneWhatNeedsNoIpvs() {
        String text = """
                services:
                  app:
                    image: x
                    deploy: {endpoint_mode: dnsrr, replicas: 2}
                    ports: [{target: 80, published: 80, mode: "host"}]
                  db:
                    image: y
                    deploy: {endpoint_mode: dnsrr}
                networks: {internal: }
                """;

        assertThat(adapted(text)).isEqualTo(written(text));
        assertThat(adaptation.adaptations()).isEmpty();
    }

    private String adapted(String text) {
        return YamlWriter.write(adaptation.apply(root(text)));
    }
}
