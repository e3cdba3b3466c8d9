package org.recipeharness.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.recipeharness.stack.ComposeTexts.root;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.compose.Yaml.Mapping;

class PortsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"8080:80\" | 8080->80/tcp",
                "8080:80 | 8080->80/tcp",
                "\"64738:64738/udp\" | 64738->64738/udp",
                "\"127.0.0.1:8080:80\" | 8080->80/tcp",
                "\"[::1]:8080:80/tcp\" | 8080->80/tcp",
                "\"3000-3002:4000-4002\" | 3000->4000/tcp 3001->4001/tcp 3002->4002/tcp",
                "\"3000-3001:4000-4001/udp\" | 3000->4000/udp 3001->4001/udp",
                "\"3000-3002:80\" | 3000->80/tcp 3001->80/tcp 3002->80/tcp",
                "{target: 80, published: 8080} | 8080->80/tcp",
                "{target: 53, published: '53', protocol: udp, mode: host} | 53->53/udp"
            })
    void arePublishedAsDockerReadsThem(String port, String published) {
        assertThat(Ports.published(service(port)).stream()
                        .map(each -> each.published() + "->" + each.target() + "/" + each.protocol())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(published);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"80\"", "80", "\"127.0.0.1::80\"", "{target: 80}", "\"3000-3002\""})
    void areNotHeldOnANodeWhenDockerChoosesThem(String port) {
        assertThat(Ports.published(service(port))).isEmpty();
        assertThat(Ports.longForm(service(port))).isNotEmpty();
    }

    @Test
    void keepTheirLongFormAsItIsWritten() {
        Mapping service = service("{target: 80, published: 8080, mode: host}");

        assertThat(Ports.longForm(service))
                .isEqualTo(List.of(((org.recipeharness.compose.Yaml.Sequence)
                                service.find("ports").orElseThrow())
                        .items()
                        .get(0)));
    }

    @Test
    void areNoneWhereNoneIsWritten() {
        assertThat(Ports.published(root("services: {app: {image: x, ports: }}")
                        .mapping("services")
                        .mapping("app")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "\"http\" | found the port 'http', expected [published:]target[/protocol]",
                "\"80:\" | found the port '80:'",
                "\"80/icmp\" | found the port '80/icmp'",
                "\"9999999999:80\" | found the port '9999999999:80'",
                "\"4000-4002:80-81\" | found the port '4000-4002:80-81'",
                "\"4000:80-81\" | found the port '4000:80-81'",
                "\"4002-4000:82-80\" | found the port '4002-4000:82-80'",
                "\"82-80\" | found the port '82-80'",
                "[80] | found a list, expected",
                "{target: 80, published: http} | 'published' of a port must be a number, but is 'http'",
                "{published: 80} | 'target' of a port must be a number, but is ''"
            })
    void tellThePlaceOfAWrongOne(String port, String problem) {
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> Ports.published(service(port)))
                .withMessageStartingWith("compose.yml:5: " + problem);
    }

    @Test
    void tellWhereTheyAreNoList() {
        Mapping service = root("services:\n  app:\n    image: x\n    ports: 80\n")
                .mapping("services")
                .mapping("app");

        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> Ports.published(service))
                .withMessage("compose.yml:4: 'ports' must be a list");
    }

    private static Mapping service(String port) {
        return root("services:\n  app:\n    image: x\n    ports:\n      - " + port + "\n")
                .mapping("services")
                .mapping("app");
    }
}
