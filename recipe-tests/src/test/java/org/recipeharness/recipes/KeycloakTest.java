package org.recipeharness.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.junit.BackupTier;
import org.recipeharness.junit.CustomTier;
import org.recipeharness.junit.DrillTier;
import org.recipeharness.junit.InstallTier;
import org.recipeharness.junit.PromoteTier;
import org.recipeharness.junit.Ready;
import org.recipeharness.junit.ReattachTier;
import org.recipeharness.junit.RecipeDeployment;
import org.recipeharness.junit.RestoreTier;
import org.recipeharness.junit.UpgradeTier;
import org.recipeharness.recipes.keycloak.Client;
import org.recipeharness.recipes.keycloak.Keycloak;
import org.recipeharness.recipes.keycloak.Realm;
import org.recipeharness.recipes.keycloak.Token;
import org.recipeharness.recipes.keycloak.User;

/**
 * Tests the keycloak recipe by OpenID Connect; in the lab, on a real Keycloak with a real PostgreSQL.
 *
 * <p>It publishes no port, and is asked through the ingress alone, as its tokens name the domain that they are from.
 */
@RecipeDeployment(
        value = "keycloak",
        ready = @Ready(http = "/realms/" + Keycloak.MASTER, budget = "60x2s"),
        warm = @Ready(http = "/realms/" + Keycloak.MASTER, budget = "60x1s"))
class KeycloakTest {

    private static final String PASSWORD = "correct horse battery staple";
    private static final Client BOAT = new Client("boat", "https://boat.lab.test/callback");
    private static final User ALICE = new User("alice", PASSWORD);

    /** What the upgrade leaves behind, the snapshot holds, and the restore must bring back. */
    private static final String KEPT = "kept";

    /** Whether the snapshot has the realm and the app has it no more: not where the restore tier runs alone. */
    private static final AtomicBoolean KEPT_IS_TAKEN_AWAY = new AtomicBoolean();

    @Nested
    class Install extends InstallTier {}

    @Nested
    class Upgrade extends UpgradeTier {

        @Test
        @Order(10)
        void takesARealmWithAUser(DeployedApp app) throws IOException, InterruptedException {
            Realm realm = Keycloak.of(app).createRealm(KEPT, BOAT, ALICE);

            assertThat(realm.userOf(realm.logInByPassword(ALICE)).path("email").asText())
                    .isEqualTo(ALICE.email());
        }
    }

    @Nested
    class Backup extends BackupTier {

        @Test
        @Order(10)
        void letsTheRealmBeDeletedBehindIt(DeployedApp app) throws IOException, InterruptedException {
            Keycloak server = Keycloak.of(app);
            assumeTrue(server.hasRealm(KEPT), "the upgrade tier's own test has made the realm");

            server.deleteRealm(KEPT);

            assertThat(server.hasRealm(KEPT)).as("the realm is there").isFalse();
            KEPT_IS_TAKEN_AWAY.set(true);
        }
    }

    @Nested
    class Restore extends RestoreTier {

        @Test
        @Order(10)
        void bringsBackTheRealmAndItsUser(DeployedApp app) throws IOException, InterruptedException {
            assumeTrue(KEPT_IS_TAKEN_AWAY.get(), "the backup tier's own test has deleted a realm that was saved");

            Realm realm = Keycloak.of(app).realm(KEPT, BOAT);

            assertThat(realm.userOf(realm.logInByPassword(ALICE)).path("email").asText())
                    .isEqualTo(ALICE.email());
        }
    }

    @Nested
    class Drill extends DrillTier {}

    @Nested
    class Reattach extends ReattachTier {}

    @Nested
    class Promote extends PromoteTier {}

    @Nested
    class Custom extends CustomTier {

        @Test
        void tellsItsAddressAsItIsAtTheIngress(DeployedApp app) throws IOException, InterruptedException {
            JsonNode told = Keycloak.of(app).realm(Keycloak.MASTER, BOAT).discovery();

            assertThat(told.path("issuer").asText()).isEqualTo("https://" + app.domain() + "/realms/master");
            assertThat(told.path("token_endpoint").asText()).startsWith("https://" + app.domain() + "/");
        }

        @Test
        void letsAUserInByPasswordAndRefusesAWrongOne(DeployedApp app) throws IOException, InterruptedException {
            Realm realm = Keycloak.of(app).createRealm("by-password", BOAT, ALICE);

            requireAlice(app, "by-password", realm, realm.logInByPassword(ALICE));

            assertThat(realm.refusal(new User("alice", "wrong"))).isEqualTo("invalid_grant");
        }

        @Test
        void letsAUserInByItsLoginPageAndACode(DeployedApp app) throws IOException, InterruptedException {
            Realm realm = Keycloak.of(app).createRealm("by-code", BOAT, ALICE);

            requireAlice(app, "by-code", realm, realm.logInByCode(ALICE));
        }

        private static void requireAlice(DeployedApp app, String name, Realm realm, Token token)
                throws IOException, InterruptedException {
            JsonNode claims = token.claims();
            assertThat(claims.path("iss").asText()).isEqualTo("https://" + app.domain() + "/realms/" + name);
            assertThat(claims.path("azp").asText()).isEqualTo(BOAT.id());
            assertThat(claims.path("preferred_username").asText()).isEqualTo("alice");
            assertThat(claims.path("exp").asLong())
                    .isGreaterThan(claims.path("iat").asLong());
            assertThat(realm.userOf(token).path("sub").asText())
                    .isEqualTo(claims.path("sub").asText())
                    .isNotEmpty();
        }
    }
}
