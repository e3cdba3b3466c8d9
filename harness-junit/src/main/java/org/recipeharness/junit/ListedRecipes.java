package org.recipeharness.junit;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.recipeharness.settings.Setting;

/** The recipes that a class takes through its tiers which is a template for all that have no class of their own. */
final class ListedRecipes {

    private ListedRecipes() {}

    /** Whether a class is such a template: it declares no recipe, and JUnit invokes it as a whole. */
    static boolean isTemplate(Class<?> testClass) {
        return AnnotationSupport.isAnnotated(testClass, ClassTemplate.class)
                && AnnotationSupport.findAnnotation(testClass, RecipeDeployment.class)
                        .filter(deployment -> deployment.value().isEmpty())
                        .isPresent();
    }

    /** The one that was chosen, or else those of the list that no class of their own tests, each once and in the list's order. */
    static List<String> of(Function<Setting, Optional<String>> settings, Collection<String> ofClasses) {
        Optional<String> chosen = settings.apply(Setting.RECIPE);
        if (chosen.isPresent()) {
            return List.of(chosen.get());
        }
        return settings.apply(Setting.RECIPES).stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .filter(recipe -> !recipe.isEmpty() && !ofClasses.contains(recipe))
                .distinct()
                .toList();
    }

    /** Invokes the template once for each of them. */
    static Stream<ClassTemplateInvocationContext> invocations(ExtensionContext template) {
        var settings = RunStore.settings(template);
        return RunStore.sweep(template)
                .map(sweep -> sweep.listedFor(template.getUniqueId()))
                .orElseGet(() -> of(settings::text, List.of()))
                .stream()
                .map(Invocation::new);
    }

    /** The recipe of the invocation that a context belongs to; empty outside of one. */
    static Optional<String> invoked(ExtensionContext context) {
        return Optional.ofNullable(context.getStore(RunStore.NAMESPACE).get(Invocation.class, Invocation.class))
                .map(Invocation::recipe);
    }

    private record Invocation(String recipe) implements ClassTemplateInvocationContext {

        @Override
        public String getDisplayName(int index) {
            return recipe;
        }

        @Override
        public void prepareInvocation(ExtensionContext context) {
            context.getStore(RunStore.NAMESPACE).put(Invocation.class, this);
        }
    }
}
