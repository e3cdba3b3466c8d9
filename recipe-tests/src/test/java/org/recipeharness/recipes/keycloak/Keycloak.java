package org.recipeharness.recipes.keycloak;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.http.HttpRequest;
import org.recipeharness.swarm.ExecResult;

/** A Keycloak server, as its administrator reaches it. */
public final class Keycloak {

    /** The realm that it has from the start, with its administrator in it. */
    public static final String MASTER = "master";

    private final DeployedApp app;

    private Keycloak(DeployedApp app) {
        this.app = app;
    }

    /**
     * Finds the server of an app.
     *
     * @param app the app, ready
     * @return its server
     */
    public static Keycloak of(DeployedApp app) {
        return new Keycloak(app);
    }

    /**
     * Finds a realm, whether it is there or not.
     *
     * @param name its name
     * @param client the client that users log in to
     * @return the realm
     */
    public Realm realm(String name, Client client) {
        return new Realm(app, name, client);
    }

    /**
     * Makes a realm with a public client, which may log in by password and by code, and a user.
     *
     * @param name its name
     * @param client the client that the user logs in to
     * @param user the user
     * @return the realm
     * @throws IOException when there is one of that name
     * @throws InterruptedException when the thread is interrupted
     */
    public Realm createRealm(String name, Client client, User user) throws IOException, InterruptedException {
        Map<String, Object> realm = Map.of(
                "realm",
                name,
                "enabled",
                true,
                "clients",
                List.of(client.representation()),
                "users",
                List.of(user.representation()));
        Requests.send(asAdministrator("").json(realm), 201);
        return realm(name, client);
    }

    /**
     * Deletes a realm with its users.
     *
     * @param name its name
     * @throws IOException when there is none
     * @throws InterruptedException when the thread is interrupted
     */
    public void deleteRealm(String name) throws IOException, InterruptedException {
        Requests.send(asAdministrator("/" + name).method("DELETE"), 204);
    }

    /**
     * Tells whether a realm is there.
     *
     * @param name its name
     * @return whether it is
     * @throws IOException when the server says neither
     * @throws InterruptedException when the thread is interrupted
     */
    public boolean hasRealm(String name) throws IOException, InterruptedException {
        return Requests.send(asAdministrator("/" + name), 200, 404).status() == 200;
    }

    // A token lasts a minute, so each request takes a new one.
    private HttpRequest asAdministrator(String below) throws IOException, InterruptedException {
        Realm master = realm(MASTER, Client.ADMIN_CLI);
        Token token = master.logInByPassword(administrator(), "openid");
        return app.http("/admin/realms" + below).bearer(token.text());
    }

    private User administrator() throws IOException, InterruptedException {
        String name = String.valueOf(app.exec().environment().get("KC_BOOTSTRAP_ADMIN_USERNAME"));
        ExecResult password = app.exec().run("cat", "/run/secrets/admin_password");
        if (password.exit() != 0) {
            throw new IOException("Reading the administrator's password from the secret 'admin_password': exit code "
                    + password.exit() + ", expected 0. It said: "
                    + password.err().strip());
        }
        return new User(name, password.out().strip());
    }
}
