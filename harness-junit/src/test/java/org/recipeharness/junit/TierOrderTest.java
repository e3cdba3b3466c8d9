package org.recipeharness.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.io.TempDir;
import org.recipeharness.deployment.Tier;

class TierOrderTest {

    @Test
    void goesAsALifeGoesAndTakesAClassWithoutATierLast(@TempDir Path folder) {
        Outcome outcome = FixtureRun.in(folder).of(UnorderedTestCases.class);

        assertThat(outcome.story()).containsExactly("test Install.first", "test Custom.second", "test Alone.third");
    }

    @TestClassOrder(TierOrder.class)
    static class UnorderedTestCases {

        @Nested
        class Alone {
            @Test
            void third() {}
        }

        @Nested
        class Custom extends CustomTier {
            @Test
            void second() {}
        }

        @Nested
        @OfTier(Tier.INSTALL)
        class Install {
            @Test
            void first() {}
        }
    }
}
