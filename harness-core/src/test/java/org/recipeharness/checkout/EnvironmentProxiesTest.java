package org.recipeharness.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentProxiesTest {

    private static final URI FORGE = URI.create("https://git.example.org/coop-cloud");

    @ParameterizedTest
    @CsvSource({
        "https://git.example.org, https_proxy, http://proxy:3128, HTTP, proxy:3128",
        "https://git.example.org, HTTPS_PROXY, http://proxy:3128/, HTTP, proxy:3128",
        "http://git.example.org, http_proxy, proxy:3128, HTTP, proxy:3128",
        "http://git.example.org, HTTP_PROXY, http://proxy, HTTP, proxy:80",
        "https://git.example.org, all_proxy, socks5://proxy, SOCKS, proxy:1080",
        "http://git.example.org, ALL_PROXY, socks5h://10.0.0.1:9050, SOCKS, 10.0.0.1:9050",
    })
    void namesTheProxy(URI asked, String variable, String value, String type, String proxy) {
        var named = proxy(Map.of(variable, value), asked).orElseThrow();

        assertThat(named).hasToString(proxy + " (environment variable " + variable + ")");
        assertThat(named.proxy().type()).hasToString(type);
    }

    @ParameterizedTest
    @CsvSource({
        "https://git.example.org, http_proxy",
        "http://git.example.org, https_proxy",
        "http://localhost:3000/recipes, http_proxy",
        "http://127.0.0.1:3000/recipes, all_proxy",
        "http://[::1]:3000/recipes, all_proxy",
        "file:///srv/recipes, all_proxy",
    })
    void hasNoProxyForOthers(URI asked, String variable) {
        assertThat(proxy(Map.of(variable, "http://proxy:3128"), asked)).isEmpty();
    }

    @Test
    void prefersTheSchemesOwnAndSmallLetters() {
        var all = Map.of(
                "ALL_PROXY", "http://all:1", "HTTPS_PROXY", "http://capitals:2", "https_proxy", "http://small:3");

        assertThat(proxy(all, FORGE).orElseThrow().variable()).isEqualTo("https_proxy");
    }

    @Test
    void takesAnEmptyVariableForNone() {
        assertThat(proxy(Map.of("https_proxy", ""), FORGE)).isEmpty();
    }

    @Test
    void sendsTheLoginAndNeverShowsIt() {
        var named = proxy(
                        Map.of("http_proxy", "http://anna:se%20cret@proxy:3128"), URI.create("http://git.example.org"))
                .orElseThrow();

        assertThat(named.authorization()).contains("Basic YW5uYTpzZSBjcmV0");
        assertThat(named.toString()).doesNotContain("anna", "secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://anna:secret@proxy:3128",
                "http://anna:secret@proxy:3128",
                "http://anna:secret@",
                "http://anna:secret@pro xy"
            })
    void refusesWhatIsNoProxy(String value) {
        assertThatThrownBy(() -> proxy(Map.of("https_proxy", value), FORGE))
                .isInstanceOf(CheckoutException.class)
                .hasMessageStartingWith("Reading the proxy's address in the environment variable https_proxy: ")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            example.org                 | https://git.example.org
            .example.org                | https://git.example.org
            *.example.org               | https://git.example.org
            git.example.org             | https://GIT.example.org
            a.org, git.example.org b.org| https://git.example.org
            git.example.org:443         | https://git.example.org
            git.example.org:3000        | https://git.example.org:3000
            *                           | https://git.example.org
            192.0.2.7                   | https://192.0.2.7
            192.0.2.0/24                | https://192.0.2.7
            2001:db8::/32               | https://[2001:db8::7]
            2001:db8::7                 | https://[2001:db8::7]
            [2001:db8::7]:443           | https://[2001:db8::7]
            """)
    void exceptsHosts(String exceptions, URI asked) {
        assertThat(proxy(Map.of("https_proxy", "http://proxy:3128", "no_proxy", exceptions), asked))
                .isEmpty();
        assertThat(proxy(Map.of("https_proxy", "http://proxy:3128", "NO_PROXY", exceptions), asked))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ample.org           | https://git.example.org
            example.org.uk      | https://git.example.org
            git.example.org:80  | https://git.example.org
            192.0.2.7           | https://192.0.2.70
            192.0.2.0/30        | https://192.0.2.7
            2.7                 | https://192.0.2.7
            192.0.2.0/24        | https://[2001:db8::7]
            192.0.2.0/99        | https://192.0.2.7
            ,                   | https://git.example.org
            """)
    void exceptsNoOthers(String exceptions, URI asked) {
        assertThat(proxy(Map.of("https_proxy", "http://proxy:3128", "no_proxy", exceptions), asked))
                .isPresent();
    }

    private static Optional<EnvironmentProxies.Named> proxy(Map<String, String> environment, URI asked) {
        return new EnvironmentProxies(environment).forAddress(asked);
    }
}
