package org.recipeharness.swarm.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recipeharness.swarm.PullOutcome.NotPublished;
import org.recipeharness.swarm.PullOutcome.Unreachable;

/**
 * What engines said, with Debian's docker-registry and with servers that answered as the line says: 20.10.24, unless another one is
 * named.
 */
class PullRefusalTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            404 | manifest for 127.0.0.1:15000/tiny:2 not found: manifest unknown: manifest unknown
            500 | name unknown
            500 | denied
            500 | unauthorized
            500 | unauthorized: access to the requested resource is not authorized
            500 | Head "http://127.0.0.1:15002/v2/403/manifests/1": denied
            500 | Head "http://127.0.0.1:15003/v2/tiny/manifests/1": no basic auth credentials
            200 | no matching manifest for linux/amd64 in the manifest list entries
            """)
    void isAnAnswerOfTheRegistry(int status, String message) {
        assertThat(new PullRefusal(status, message).outcome()).isEqualTo(new NotPublished(message));
    }

    /** Engine 28.5.2, with its own image store and with that of containerd. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            404 | manifest unknown
            404 | repository 127.0.0.1:15077/noname not found: name unknown: name unknown
            404 | pull access denied for 127.0.0.1:15077/denied, repository does not exist or may require 'docker login': denied: denied
            401 | unauthorized: unauthorized
            404 | failed to resolve reference "127.0.0.1:15078/missing:1": 127.0.0.1:15078/missing:1: not found
            500 | failed to resolve reference "127.0.0.1:15078/missing:1": 127.0.0.1:15078/missing:1: not found
            500 | unknown: failed to resolve reference "127.0.0.1:15078/denied:1": unexpected status from HEAD request to http://127.0.0.1:15078/v2/denied/manifests/1: 403 Forbidden
            500 | failed to resolve reference "127.0.0.1:15078/unauth:1": pull access denied, repository does not exist or may require authorization: authorization failed: no basic auth credentials
            """)
    void isAnAnswerOfTheRegistryToEngine28(int status, String message) {
        assertThat(new PullRefusal(status, message).outcome()).isEqualTo(new NotPublished(message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            500 | received unexpected HTTP status: 503 Service Unavailable
            429 | toomanyrequests: toomanyrequests: slow down
            500 | unknown: <html>not found</html>
            500 | failed to resolve reference "lab.invalid/nobody:1": failed to do request: Head "https://lab.invalid/v2/nobody/manifests/1": dial tcp: lookup lab.invalid on 10.79.1.254:53: no such host
            500 | failed to resolve reference "127.0.0.1:1/x:1": failed to do request: Head "https://127.0.0.1:1/v2/x/manifests/1": dial tcp 127.0.0.1:1: connect: connection refused
            500 | failed to resolve reference "127.0.0.1:15078/missing:1": failed to do request: Head "https://127.0.0.1:15078/v2/missing/manifests/1": tls: first record does not look like a TLS handshake
            500 | failed to resolve reference "127.0.0.1:15078/bearer:1": failed to authorize: failed to fetch anonymous token: Get "http://127.0.0.1:15078/token?scope=repository%3Abearer%3Apull&service=x": EOF
            500 | unknown: failed to resolve reference "127.0.0.1:15078/broken:1": unexpected status from HEAD request to http://127.0.0.1:15078/v2/broken/manifests/1: 503 Service Unavailable
            500 | unknown: failed to resolve reference "127.0.0.1:15078/many:1": unexpected status from HEAD request to http://127.0.0.1:15078/v2/many/manifests/1: 429 Too Many Requests
            """)
    void isNoAnswerToEngine28AboutTheImage(int status, String message) {
        assertThat(new PullRefusal(status, message).outcome()).isEqualTo(new Unreachable(message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            500 | Get "https://lab.invalid/v2/": dial tcp: lookup lab.invalid on 10.255.255.53:53: no such host
            500 | Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io on 10.255.255.53:53: no such host
            500 | Get "http://127.0.0.1:15999/v2/": dial tcp 127.0.0.1:15999: connect: connection refused
            500 | Get "http://127.0.0.1:15004/v2/": net/http: request canceled (Client.Timeout exceeded while awaiting headers)
            500 | Get "https://10.255.255.1:5000/v2/": x509: cannot validate certificate for 10.255.255.1 because it doesn't contain any IP SANs
            500 | toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating and upgrading: https://www.docker.com/increase-rate-limit
            500 | received unexpected HTTP status: 503 Service Unavailable
            500 | Head "http://127.0.0.1:15002/v2/503/manifests/1": received unexpected HTTP status: 503 Service Unavailable
            500 | error unmarshalling content: invalid character '<' looking for beginning of value
            500 | error parsing HTTP 404 response body: invalid character 'o' in literal null (expecting 'u'): "not found"
            500 | open /var/lib/docker/tmp/GetImageBlob1: permission denied
            200 | write /var/lib/docker/tmp/GetImageBlob1: no space left on device
            """)
    void isNoAnswerAboutTheImage(int status, String message) {
        assertThat(new PullRefusal(status, message).outcome()).isEqualTo(new Unreachable(message));
    }
}
