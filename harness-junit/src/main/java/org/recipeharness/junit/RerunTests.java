package org.recipeharness.junit;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Runs each recipe again that was red in this run: alone, in a process of its own and from scratch, three times in a run of all
 * recipes ({@code harness.reruns}) and up to five until the error of {@code harness.error} is reached; then a verdict follows.
 *
 * <p>Each attempt is a test of its own, red or green, and the verdict a last one, which passes. To be extended by one class of a
 * test suite, in which there is nothing to write:
 *
 * <pre>{@code
 * class RerunsTest extends RerunTests {}
 * }</pre>
 *
 * <p>It has to run behind all recipes, so {@code junit-platform.properties} has to say
 * {@code junit.jupiter.testclass.order.default=org.recipeharness.junit.RerunsLast}; where recipes run side by side
 * ({@code harness.parallel}) it does so by itself.
 */
@Tag("recipe")
@Isolated("a recipe is alone when nothing else runs")
@Execution(value = ExecutionMode.SAME_THREAD, reason = "whether there is a next attempt depends on the one before")
@ExtendWith(RerunsExtension.class)
public abstract class RerunTests {

    @TestFactory
    @DisplayName("red recipes, alone")
    Stream<DynamicNode> redRecipesAlone(Reruns reruns) {
        return reruns.nodes();
    }
}
