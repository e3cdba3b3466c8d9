package org.recipeharness.junit;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.recipeharness.deployment.Tier;
import org.recipeharness.run.RecipeRun;

/** What a test is called on its page and in the page's file name. */
final class TestName {

    private TestName() {}

    /** Class and method with what distinguishes one invocation from another; of a class that failed as a whole its name. */
    static String of(ExtensionContext context) {
        String name = context.getRequiredTestClass().getSimpleName();
        return context.getTestMethod()
                .map(method -> {
                    String shown = context.getDisplayName();
                    String plain = name + "." + method.getName();
                    return shown.startsWith(method.getName() + "(") ? plain : plain + " " + shown;
                })
                .orElse(name);
    }

    static List<String> parts(ExtensionContext context, RecipeRun run, Optional<Tier> tier) {
        String simple = context.getRequiredTestClass().getSimpleName();
        return List.of(
                run.recipe().text(),
                tier.map(Tier::word).orElse(simple),
                context.getTestMethod().map(method -> method.getName()).orElse(simple));
    }
}
