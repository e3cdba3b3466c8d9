package org.recipeharness.junit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.recipeharness.report.Ink;

/** Templates for recipes of a list, and a class of a recipe that may be in it. */
final class ListedTestCases {

    private ListedTestCases() {}

    @ClassTemplate
    @RecipeDeployment(ready = @Ready(by = AnswersAtOnce.class))
    static class Any {
        @Nested
        class Install extends InstallTier {}

        @Nested
        class Custom extends CustomTier {
            @Test
            void isOfTheTemplate() {}
        }
    }

    @RecipeDeployment(value = "sample", ready = @Ready(by = AnswersAtOnce.class))
    static class Sample {
        @Nested
        class Custom extends CustomTier {
            @Test
            void isOfItsOwnClass() {}
        }
    }

    @ClassTemplate
    @RecipeDeployment
    static class FailsBeforeAll {
        @BeforeAll
        static void fails() {
            throw new IllegalStateException("the node is gone");
        }

        @Nested
        class Install extends InstallTier {}
    }

    @ClassTemplate
    @RecipeDeployment
    @Disabled("for now")
    static class Off {
        @Nested
        class Install extends InstallTier {}
    }

    /** Lets JUnit invoke it for nothing. */
    @ClassTemplate
    @RecipeDeployment
    @ExtendWith(Forgetting.class)
    static class Forgotten {
        @Nested
        class Install extends InstallTier {}
    }

    static final class Forgetting implements BeforeAllCallback, AfterAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            Store session = context.getStore(StoreScope.LAUNCHER_SESSION, RunStore.NAMESPACE);
            session.put("remembered", session.get(SweepRecorder.class));
            session.put(SweepRecorder.class, new SweepRecorder(System.out, Ink.PLAIN, new DiscoveredRecipes()));
        }

        @Override
        public void afterAll(ExtensionContext context) {
            Store session = context.getStore(StoreScope.LAUNCHER_SESSION, RunStore.NAMESPACE);
            session.put(SweepRecorder.class, session.remove("remembered"));
        }
    }
}
