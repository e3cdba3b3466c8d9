package org.recipeharness.junit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.recipeharness.app.ServiceExec;

/** Tests that name services of recipes: {@code sample} has {@code app} and {@code db}, {@code aged} has {@code app} alone. */
final class NamedServiceTestCases {

    private NamedServiceTestCases() {}

    @RecipeDeployment(value = "sample", ready = @Ready(by = AnswersAtOnce.class))
    static class OfTheRecipe {
        @Nested
        class Install extends InstallTier {}

        @Nested
        class Custom extends CustomTier {
            @Test
            void asks(@InService("db") ServiceExec db) {}
        }
    }

    @RecipeDeployment(value = "sample", ready = @Ready(by = AnswersAtOnce.class))
    static class InATest {
        @Nested
        class Install extends InstallTier {}

        @Nested
        class Custom extends CustomTier {
            @Test
            void asks(@InService("database") ServiceExec db) {}
        }
    }

    abstract static class Asking extends CustomTier {
        @BeforeEach
        void prepare(@InService("database") ServiceExec db) {}
    }

    @RecipeDeployment(value = "sample", ready = @Ready(by = AnswersAtOnce.class))
    static class InAnInheritedMethod {
        @Nested
        class Custom extends Asking {
            @Test
            void asks() {}
        }
    }

    @RecipeDeployment(value = "sample", ready = @Ready(by = AnswersAtOnce.class))
    static class InAConstructor {
        InAConstructor(@InService("database") ServiceExec db) {}

        @Test
        void asks() {}
    }

    @RecipeDeployment(
            value = "sample",
            ready = @Ready(by = AnswersAtOnce.class),
            postgres = @PostgresMarker(service = "database"))
    static class InAMarker {
        @Nested
        class Install extends InstallTier {}

        @Nested
        class Backup extends BackupTier {}
    }

    @RecipeDeployment(value = "sample", ready = @Ready(exec = "true", service = "database"))
    static class InAProbe {
        @Nested
        class Install extends InstallTier {}
    }

    /** What its tests name, the head does not have; but none of them is to run on it. */
    @RecipeDeployment(value = "aged", ready = @Ready(by = AnswersAtOnce.class))
    static class InTestsThatDoNotRun {
        @Test
        void runs() {}

        @Test
        @AppliesWhen(contains = "2.0.0+1.0.0")
        void asksWhatOnlyAChangeHas(@InService("worker") ServiceExec worker) {}

        @Test
        @Disabled("the service is gone")
        void asksWhatIsGone(@InService("cache") ServiceExec cache) {}

        @Nested
        @EnabledIfSystemProperty(named = "harness.never", matches = "set")
        class Sometimes {
            @Test
            void asks(@InService("mailer") ServiceExec mailer) {}
        }
    }

    /** As a recipe that has renamed its main service: the head has the first name, its older releases have the second. */
    @RecipeDeployment(
            value = "sample",
            mainService = {"web", "app"},
            ready = @Ready(by = AnswersAtOnce.class))
    static class OfARenamedMainService {
        @Test
        void asks(ServiceExec main, @InService("app") ServiceExec named) {}
    }

    /** The service comes with a compose file that only an upgrade's variables add. */
    @RecipeDeployment(
            value = "aged",
            upgradeSettings = "COMPOSE_FILE=compose.yml:compose.worker.yml",
            ready = @Ready(by = AnswersAtOnce.class))
    static class OfTheUpgradedHead {
        @Nested
        class Upgrade extends UpgradeTier {
            @Test
            void asks(@InService("worker") ServiceExec worker) {}
        }
    }
}
