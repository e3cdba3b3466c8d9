package org.recipeharness.junit;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.recipeharness.deployment.Tier;

/** Recipes that tell how many of them run at once, and in which threads. */
final class SideBySideTestCases {

    private static final AtomicInteger INSIDE = new AtomicInteger();
    private static final AtomicInteger MOST = new AtomicInteger();
    private static final Set<String> ALONE = ConcurrentHashMap.newKeySet();
    private static volatile CountDownLatch meeting = new CountDownLatch(0);
    private static volatile boolean wanted;

    private SideBySideTestCases() {}

    /** Has as many wait for each other as are to meet. */
    static void expect(int meet) {
        wanted = true;
        begin(meet);
    }

    /** Has each wait a moment for another one, which must not come. */
    static void expectNobody() {
        wanted = false;
        begin(2);
    }

    private static void begin(int meet) {
        INSIDE.set(0);
        MOST.set(0);
        ALONE.clear();
        meeting = new CountDownLatch(meet);
    }

    static int most() {
        return MOST.get();
    }

    static Set<String> alone() {
        return ALONE;
    }

    private static void visit() throws InterruptedException {
        MOST.accumulateAndGet(INSIDE.incrementAndGet(), Math::max);
        CountDownLatch others = meeting;
        others.countDown();
        try {
            if (!others.await(wanted ? 20_000 : 300, TimeUnit.MILLISECONDS) && wanted) {
                throw new AssertionError("nobody came");
            }
        } finally {
            if (!wanted && INSIDE.get() == 1) {
                meeting = new CountDownLatch(2);
            }
            INSIDE.decrementAndGet();
        }
    }

    private static void note(String who) {
        if (INSIDE.get() == 0) {
            ALONE.add(who);
        }
    }

    /** Two tiers, in the wrong order, which have to keep to one thread and to the order of a recipe's life. */
    abstract static class Recipe {
        private static final ThreadLocal<Integer> STEPS = new ThreadLocal<>();

        @Nested
        class Custom extends CustomTier {
            @Test
            void comesSecondInTheSameThread() {
                Integer steps = STEPS.get();
                STEPS.remove();
                if (steps == null) {
                    throw new AssertionError("install was in another thread, or comes later");
                }
            }
        }

        @OfTier(Tier.INSTALL)
        @Nested
        class Install {
            @Test
            void comesFirst() throws InterruptedException {
                STEPS.set(1);
                visit();
            }
        }
    }

    @RecipeDeployment(value = "sample", ready = @Ready(by = AnswersAtOnce.class))
    static class One extends Recipe {}

    @RecipeDeployment(value = "other", ready = @Ready(by = AnswersAtOnce.class))
    static class Two extends Recipe {}

    @RecipeDeployment(value = "aged", ready = @Ready(by = AnswersAtOnce.class))
    static class Three extends Recipe {}

    @RecipeDeployment(value = "sample", ready = @Ready(by = AnswersAtOnce.class))
    static class OneAgain extends Recipe {}

    @Isolated
    static class Alone {
        @Test
        void isAlone() {
            note("isolated");
        }
    }

    static class Plain {
        @Test
        void isPlain() {
            note("plain");
        }
    }
}
