package org.recipeharness.onswarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.data.Markers;
import org.recipeharness.data.MysqlDatabase;
import org.recipeharness.data.Seed;
import org.recipeharness.data.Seeded;

/** Puts a marker into a real MariaDB, and takes from it what a backup has to bring back. */
@OnSwarm
@Execution(ExecutionMode.CONCURRENT)
class MysqlMarkersTest {

    /** The app is a client: the same variables, and no server. The server's data has a volume of its image only. */
    private static final String COMPOSE = TestStack.SLEEPER + """
                environment: &told
                  MARIADB_DATABASE: posts
                  MARIADB_USER: writer
                  MARIADB_PASSWORD: its-password
                  MARIADB_ROOT_PASSWORD: the-root-password
              db:
                image: lab.invalid/mariadb:10.11.19
                environment: *told
                healthcheck:
                  test: ["CMD", "mariadb-admin", "ping", "--host=127.0.0.1", "--silent"]
                  interval: 1s
                  retries: 60
            """;

    @Test
    void isThereUntilItIsDroppedOrItsDatabaseIs(TestStack stack) throws Exception {
        DeployedApp app = stack.deploy(COMPOSE);
        var markers = new Markers(app);

        Seeded seeded = markers.seed();

        assertThat(seeded.seeds()).extracting(Seed::store).containsExactly(new MysqlDatabase("db", "posts", "writer"));
        assertThat(seeded.uncovered())
                .containsExactly("folder /var/lib/mysql of service 'db': it is on an anonymous volume of its image, and"
                        + " data there is lost with the task");
        assertThat(markers.lost(seeded)).isEmpty();
        assertThat(markers.present(seeded)).hasSize(1);

        markers.drop(seeded);
        assertThat(markers.present(seeded)).isEmpty();
        assertThat(lost(markers, seeded)).endsWith("Table 'posts.ci_marker' doesn't exist");

        root(app, "DROP DATABASE posts");
        assertThat(lost(markers, seeded)).endsWith("Unknown database 'posts'");
    }

    private static String lost(Markers markers, Seeded seeded) throws InterruptedException {
        List<String> lost = markers.lost(seeded);
        assertThat(lost).hasSize(1);
        return lost.get(0);
    }

    private static void root(DeployedApp app, String sql) throws InterruptedException {
        String call = "MYSQL_PWD=$MARIADB_ROOT_PASSWORD mariadb -u root -e '" + sql + "'";
        assertThat(app.exec("db").run("sh", "-c", call).exit()).isZero();
    }
}
