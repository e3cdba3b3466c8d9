package org.recipeharness.junit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.recipeharness.deployment.Tier;
import org.recipeharness.run.RecipeRun;

/** Which tiers of a test class have been through their tests, as far as promotion wants to know it. */
final class ColdRun {

    private final Set<Tier> declared;
    private final Set<Tier> passed = Collections.synchronizedSet(EnumSet.noneOf(Tier.class));
    private final Set<Tier> ended = Collections.synchronizedSet(EnumSet.noneOf(Tier.class));

    private ColdRun(Class<?> testClass) {
        this.declared =
                ReflectionSupport.findNestedClasses(
                                testClass, nested -> AnnotationSupport.isAnnotated(nested, OfTier.class))
                        .stream()
                        .flatMap(nested -> AnnotationSupport.findAnnotation(nested, OfTier.class).stream())
                        .map(OfTier::value)
                        .filter(tier -> tier != Tier.PROMOTE)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Tier.class)));
    }

    static ColdRun of(ExtensionContext context) {
        return RunStore.perRun(context, ColdRun.class, ColdRun::new);
    }

    /** Notes a test that has not failed; one that did not apply is an end, but no proof of anything. */
    void noteEnd(Tier tier, boolean applied) {
        ended.add(tier);
        if (applied) {
            passed.add(tier);
        }
    }

    /** What is missing to a fully green cold run, a line each. */
    List<String> shortOfGreen(RecipeRun run) {
        var missing = new ArrayList<String>();
        if (run.hasFailed()) {
            missing.add("a test of this run has failed");
        }
        Set<Tier> unseen = EnumSet.copyOf(declared);
        unseen.removeAll(ended);
        if (!unseen.isEmpty()) {
            missing.add("no test of these tiers was run: "
                    + unseen.stream().map(Tier::word).collect(Collectors.joining(", ")));
        }
        if (!passed.contains(Tier.INSTALL)) {
            missing.add("no test of the install tier has passed");
        }
        return missing;
    }
}
