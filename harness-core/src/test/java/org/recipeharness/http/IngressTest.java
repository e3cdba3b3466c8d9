package org.recipeharness.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IngressTest {

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 443, 80", "ingress.test:8443, 8443, 80", "127.0.0.1:8443:8080, 8443, 8080"})
    void isReadWithThePortsThatItNames(String text, int https, int http) {
        assertThat(Ingress.parse(text)).isEqualTo(new Ingress(text.replaceFirst(":.*", ""), https, http));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://x", "x:", "x:0", "x:70000", "x:1:2:3", "x:8443:99999", "a b"})
    void isRefusedWhenItIsWrittenOtherwise(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ingress.parse(text))
                .withMessage("found '" + text + "', expected host[:httpsPort[:httpPort]], such as 127.0.0.1:8443:8080");
    }

    @Test
    void leavesPortsOfOtherProtocolsAsTheyAre() {
        assertThat(Ingress.parse("x:8443:8080").portFor(443)).isEqualTo(8443);
        assertThat(Ingress.parse("x:8443:8080").portFor(80)).isEqualTo(8080);
        assertThat(Ingress.parse("x:8443:8080").portFor(3000)).isEqualTo(3000);
    }

    @ParameterizedTest
    @CsvSource({
        "lab.test, true",
        "a.lab.test, true",
        "A.B.Lab.Test, true",
        "notlab.test, false",
        "lab.test.example, false",
        "own.example, true"
    })
    void takesTheDomainsBehindItAndThoseBelowThem(String host, boolean taken) {
        var access = new HttpAccess(Optional.of(Ingress.parse("x")), List.of("lab.test", "own.example"), Trust.ofJvm());

        assertThat(access.ingressOf(host).isPresent()).isEqualTo(taken);
        assertThat(HttpAccess.direct().ingressOf(host)).isEmpty();
    }
}
