package org.recipeharness.recipes.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.app.ServiceExec;
import org.recipeharness.http.HttpAnswer;
import org.recipeharness.http.HttpRequest;
import org.recipeharness.http.Trust;
import org.recipeharness.recipes.api.Answers;
import org.recipeharness.swarm.ExecResult;

/**
 * A personal data server, as its administrator reaches it: over HTTPS at its domain, trusting the authority of its own Caddy.
 *
 * @see <a href="https://docs.bsky.app/docs/category/http-reference">its API</a>
 */
public final class Pds {

    static final String HEALTH = "/xrpc/_health";

    private static final String CADDY = "caddy";
    private static final String AUTHORITY = "/data/caddy/pki/authorities/local/root.crt";
    private static final String ADMINISTRATOR = "admin";

    private final DeployedApp app;
    private final Trust trust;

    private Pds(DeployedApp app, Trust trust) {
        this.app = app;
        this.trust = trust;
    }

    /**
     * Finds the server of an app.
     *
     * @param app the app, ready
     * @return its server
     * @throws IOException when its Caddy has no authority of its own
     * @throws InterruptedException when the thread is interrupted
     */
    public static Pds of(DeployedApp app) throws IOException, InterruptedException {
        return new Pds(app, Trust.andOf(content(app.exec(CADDY), AUTHORITY)));
    }

    /**
     * Asks whether it is well.
     *
     * @return the answer, with the certificate that Caddy has made for it
     * @throws IOException when there is none, or it is not
     * @throws InterruptedException when the thread is interrupted
     */
    public HttpAnswer health() throws IOException, InterruptedException {
        return Answers.to(request(HEALTH), 200);
    }

    /**
     * Asks what it says of itself.
     *
     * @return its description
     * @throws IOException when it says none
     * @throws InterruptedException when the thread is interrupted
     */
    public JsonNode description() throws IOException, InterruptedException {
        return Answers.to(request("/xrpc/com.atproto.server.describeServer"), 200)
                .json();
    }

    /**
     * Makes a code by which somebody may make an account.
     *
     * @return the code
     * @throws IOException when it makes none
     * @throws InterruptedException when the thread is interrupted
     */
    public String createInviteCode() throws IOException, InterruptedException {
        HttpRequest request =
                asAdministrator("com.atproto.server.createInviteCode").json(Map.of("useCount", 1));
        return Answers.to(request, 200).json().path("code").asText();
    }

    /**
     * Has codes be of use no more.
     *
     * @param code a code
     * @throws IOException when it does not
     * @throws InterruptedException when the thread is interrupted
     */
    public void disableInviteCode(String code) throws IOException, InterruptedException {
        Answers.to(asAdministrator("com.atproto.admin.disableInviteCodes").json(Map.of("codes", List.of(code))), 200);
    }

    /**
     * Tells whether a code is of use.
     *
     * @param code a code
     * @return false also where there is no such code
     * @throws IOException when it does not list its codes
     * @throws InterruptedException when the thread is interrupted
     */
    public boolean takesInviteCode(String code) throws IOException, InterruptedException {
        JsonNode codes = Answers.to(asAdministrator("com.atproto.admin.getInviteCodes"), 200)
                .json()
                .path("codes");
        return StreamSupport.stream(codes.spliterator(), false)
                .anyMatch(each -> each.path("code").asText().equals(code)
                        && !each.path("disabled").asBoolean());
    }

    private HttpRequest asAdministrator(String method) throws IOException, InterruptedException {
        return request("/xrpc/" + method)
                .basicAuth(
                        ADMINISTRATOR,
                        content(app.exec(), "/run/secrets/admin_password").strip());
    }

    private HttpRequest request(String path) {
        return app.http(path).trusting(trust);
    }

    private static String content(ServiceExec service, String file) throws IOException, InterruptedException {
        ExecResult read = service.run("cat", file);
        if (read.exit() != 0) {
            throw new IOException("Reading " + file + " in service '" + service.service() + "': exit code "
                    + read.exit() + ", expected 0. It said: " + read.err().strip());
        }
        return read.out();
    }
}
