package org.recipeharness.recipes.gitea;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.http.HttpRequest;
import org.recipeharness.recipes.api.Answers;
import org.recipeharness.swarm.ExecResult;

/** A Gitea server, as a client of its API reaches it. */
public final class Gitea {

    private final DeployedApp app;

    private Gitea(DeployedApp app) {
        this.app = app;
    }

    /**
     * Finds the server of an app.
     *
     * @param app the app, ready
     * @return its server
     */
    public static Gitea of(DeployedApp app) {
        return new Gitea(app);
    }

    /**
     * Asks for the version that runs.
     *
     * @return such as {@code 1.24.2}
     * @throws IOException when it does not answer; its install wizard has no API
     * @throws InterruptedException when the thread is interrupted
     */
    public String version() throws IOException, InterruptedException {
        return Answers.to(api("version"), 200).json().path("version").asText();
    }

    /**
     * Makes an administrator by the server's own command, as the recipe's README says: there is no user after a deploy.
     *
     * @param name also the first part of the address
     * @param password the administrator's
     * @throws IOException when the command fails; it tells what it said
     * @throws InterruptedException when the thread is interrupted
     */
    public void createAdmin(String name, String password) throws IOException, InterruptedException {
        ExecResult made = app.exec()
                .run(
                        "gitea",
                        "admin",
                        "user",
                        "create",
                        "--admin",
                        "--username",
                        name,
                        "--password",
                        password,
                        "--email",
                        name + "@lab.test");
        if (made.exit() != 0) {
            throw new IOException("Making the administrator '" + name + "' by 'gitea admin user create': exit code "
                    + made.exit() + ", expected 0. It said: " + app.mask((made.err() + made.out()).strip()));
        }
    }

    /**
     * Makes a token by a user's password.
     *
     * @param name the user
     * @param password the user's
     * @return what the user can do with it
     * @throws IOException when the user is not let in
     * @throws InterruptedException when the thread is interrupted
     */
    public Session signIn(String name, String password) throws IOException, InterruptedException {
        HttpRequest request = api("users/" + name + "/tokens")
                .json(Map.of("name", "recipe-harness", "scopes", List.of("write:repository")))
                .basicAuth(name, password);
        return new Session(name, Answers.to(request, 201).json().path("sha1").asText());
    }

    private HttpRequest api(String path) {
        return app.http("/api/v1/" + path);
    }

    /** What a user can do with a token. */
    public final class Session {

        private final String user;
        private final String token;

        private Session(String user, String token) {
            this.user = user;
            this.token = token;
        }

        /**
         * Makes a repository of the user's.
         *
         * @param name without the owner
         * @throws IOException when there is one of that name
         * @throws InterruptedException when the thread is interrupted
         */
        public void createRepository(String name) throws IOException, InterruptedException {
            Answers.to(signed(api("user/repos").json(Map.of("name", name, "auto_init", true))), 201);
        }

        /**
         * Commits a new file.
         *
         * @param repository its name
         * @param path within the repository
         * @param content its bytes
         * @throws IOException when there is one at that path
         * @throws InterruptedException when the thread is interrupted
         */
        public void createFile(String repository, String path, byte[] content)
                throws IOException, InterruptedException {
            Map<String, Object> file =
                    Map.of("content", Base64.getEncoder().encodeToString(content), "message", "Add " + path);
            Answers.to(signed(api(of(repository) + "/contents/" + path).json(file)), 201);
        }

        /**
         * Reads a file.
         *
         * @param repository its name
         * @param path within the repository
         * @return its bytes
         * @throws IOException when there is none
         * @throws InterruptedException when the thread is interrupted
         */
        public byte[] file(String repository, String path) throws IOException, InterruptedException {
            return Base64.getDecoder()
                    .decode(Answers.to(signed(api(of(repository) + "/contents/" + path)), 200)
                            .json()
                            .path("content")
                            .asText());
        }

        /**
         * Tells whether a repository is there.
         *
         * @param name without the owner
         * @return whether it is
         * @throws IOException when the server says neither
         * @throws InterruptedException when the thread is interrupted
         */
        public boolean hasRepository(String name) throws IOException, InterruptedException {
            return Answers.to(signed(api(of(name))), 200, 404).status() == 200;
        }

        /**
         * Deletes a repository with its files.
         *
         * @param name without the owner
         * @throws IOException when there is none
         * @throws InterruptedException when the thread is interrupted
         */
        public void deleteRepository(String name) throws IOException, InterruptedException {
            Answers.to(signed(api(of(name)).method("DELETE")), 204);
        }

        private String of(String repository) {
            return "repos/" + user + "/" + repository;
        }

        private HttpRequest signed(HttpRequest request) {
            return request.header("Authorization", "token " + token);
        }
    }
}
