package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recipeharness.junit.RecipeAssertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.app.ServiceExec;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.deployment.Installed;

/** Classes that ask for what their app is. */
final class TypedParametersTestCases {

    private TypedParametersTestCases() {}

    @RecipeDeployment("sample")
    static class InTests {

        @Test
        void areOfOneInstall(Installed installed, DeployedApp app, Checkout checkout) {
            assertThat(app).isSameAs(installed.app());
            assertThat(checkout).isSameAs(app.checkout());
            assertThat(checkout.ref()).isEqualTo("1.0.0+1.0.0");
            assertThat(app.domain()).isEqualTo(FixtureRun.DOMAIN);
        }

        @Test
        void areTheMainServiceAndANamedOne(ServiceExec main, @InService("db") ServiceExec db)
                throws InterruptedException {
            assertThat(main.run("ps", "ax")).printed("ran 'ps ax' in container-of-app");
            assertThat(db.run("ps", "ax")).printed("ran 'ps ax' in container-of-db");
        }
    }

    @RecipeDeployment(value = "sample", mainService = "db")
    static class OfADeclaredMainService {

        @Test
        void areTheDeclaredOne(ServiceExec main, @InService("app") ServiceExec app) {
            assertThat(main.service()).isEqualTo("db");
            assertThat(app.service()).isEqualTo("app");
        }
    }

    @RecipeDeployment(
            value = "sample",
            mainService = {"renamed", "db", "app"})
    static class OfTheFirstMainServiceThatIsThere {

        @Test
        void isTheFirstThatTheStackHas(ServiceExec main) {
            assertThat(main.service()).isEqualTo("db");
        }
    }

    @RecipeDeployment("sample")
    static class OfAnUnknownService {

        @Test
        void asksForOne(@InService("redis") ServiceExec redis) {
            throw new AssertionError("There is no such service, but this was given: " + redis.service());
        }
    }

    @RecipeDeployment("sample")
    static class InConstructor {

        private final DeployedApp given;

        InConstructor(DeployedApp given) {
            this.given = given;
        }

        @Test
        void isTheSameAsInATest(DeployedApp app) {
            assertThat(given).isSameAs(app);
        }

        @Test
        void isGivenToEachTest() {
            assertThat(given.domain()).isEqualTo(FixtureRun.DOMAIN);
        }
    }

    @TestInstance(Lifecycle.PER_CLASS)
    static class InConstructorOfAllTests extends InConstructor {
        InConstructorOfAllTests(DeployedApp given) {
            super(given);
        }
    }

    @RecipeDeployment("sample")
    static class InLifecycleMethods {

        @BeforeAll
        static void beforeAll(DeployedApp app, RecordingSwarm swarm) {
            swarm.note("before all of " + app.domain());
        }

        @BeforeEach
        void beforeEach(DeployedApp app, RecordingSwarm swarm) {
            swarm.note("before each of " + app.domain());
        }

        @Test
        void runs() {}

        @AfterEach
        void afterEach(ServiceExec main, RecordingSwarm swarm) {
            swarm.note("after each in " + main.container());
        }

        @AfterAll
        static void afterAll(Installed installed, RecordingSwarm swarm) {
            swarm.note("after all of " + installed.app().domain());
        }
    }
}
