package org.recipeharness.recipes.keycloak;

import java.io.IOException;
import org.recipeharness.http.HttpAnswer;
import org.recipeharness.http.HttpRequest;
import org.recipeharness.recipes.api.Answers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests to a Keycloak server.
 *
 * <p>A restore of its database ends all connections of the server's pool, which hands them out unseen, and each costs the request
 * that meets it a 500. So that answer is told, and the request made again, as often as there may be such connections.
 */
final class Requests {

    private static final int FAILED = 500;
    private static final int CONNECTIONS = 5;
    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);

    private Requests() {}

    static HttpAnswer send(HttpRequest request, int... expected) throws IOException, InterruptedException {
        for (int met = 1; met <= CONNECTIONS; met++) {
            HttpAnswer answer = request.send();
            if (answer.status() != FAILED) {
                return Answers.expected(answer, expected);
            }
            LOG.info("{} is answered with 500, and asked again (time {} of {})", request, met, CONNECTIONS);
        }
        return Answers.to(request, expected);
    }
}
