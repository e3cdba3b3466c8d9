package org.recipeharness.junit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.recipeharness.app.DeployedApp;

/** Classes that fail in one place each, when their app is installed. */
final class FailingTestCases {

    private FailingTestCases() {}

    private static void fail() {
        throw new AssertionError("as it should not be");
    }

    @RecipeDeployment("sample")
    abstract static class Failing {
        @Test
        void aGoodTest() {}
    }

    static class InTestMethod extends Failing {
        @Test
        void breaks() {
            fail();
        }
    }

    static class InBeforeEach extends Failing {
        @BeforeEach
        void breaks() {
            fail();
        }
    }

    static class InAfterEach extends Failing {
        @AfterEach
        void breaks() {
            fail();
        }
    }

    static class InBeforeAll extends Failing {
        @BeforeAll
        static void breaks(DeployedApp app) {
            fail();
        }
    }

    static class InAfterAll extends Failing {
        @AfterAll
        static void breaks() {
            fail();
        }
    }

    static class InConstructor extends Failing {
        InConstructor(DeployedApp app) {
            fail();
        }
    }

    static class InConstructorOfATier extends Failing {
        @Nested
        class Custom extends CustomTier {
            Custom(DeployedApp app) {
                fail();
            }

            @Test
            void isNeverReached() {}
        }
    }
}
