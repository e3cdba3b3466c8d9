package org.recipeharness.junit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.launcher.TestPlan;

/** The recipes that a plan is to run, in its order: those of classes, and those that a template is to be invoked for. */
final class FollowedRecipes {

    private final List<RecipeProgress> all = new ArrayList<>();
    private final Map<String, RecipeProgress> byOwner = new HashMap<>();

    static FollowedRecipes of(TestPlan plan, SweepSettings settings) {
        Map<PlannedTest, String> owners = plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .map(each -> new PlannedTest(plan, each))
                .filter(each -> each.owner().map(PlannedTest::id).equals(Optional.of(each.id())))
                .collect(Collectors.toMap(
                        owner -> owner, FollowedRecipes::declared, (one, other) -> one, LinkedHashMap::new));
        var followed = new FollowedRecipes();
        owners.forEach((owner, declared) -> {
            if (owner.isTemplate()) {
                settings.listed(owners.values()).forEach(recipe -> followed.add(owner, recipe, settings));
            } else {
                String recipe = declared.isEmpty() ? settings.recipe() : declared;
                followed.byOwner.put(owner.id(), followed.add(owner, recipe, settings));
            }
        });
        return followed;
    }

    private static String declared(PlannedTest owner) {
        return owner.testClass()
                .flatMap(each -> AnnotationSupport.findAnnotation(each, RecipeDeployment.class))
                .map(RecipeDeployment::value)
                .orElse("");
    }

    private RecipeProgress add(PlannedTest owner, String recipe, SweepSettings settings) {
        var progress = new RecipeProgress(owner, recipe, settings.good().of(recipe));
        all.add(progress);
        return progress;
    }

    /** Learns of what a plan gets when it runs: the invocations of templates, and their tests. */
    void registered(PlannedTest test) {
        test.template()
                .flatMap(template -> waitingFor(template)
                        .filter(progress -> progress.recipe().equals(test.shown()))
                        .findFirst())
                .ifPresent(progress -> {
                    progress.invokedBy(test);
                    byOwner.put(test.id(), progress);
                });
        if (test.isMethod()) {
            test.owner().map(owner -> byOwner.get(owner.id())).ifPresent(progress -> progress.expects(test));
        }
    }

    /** The recipes that an event is about: of a template as a whole, those that it has not been invoked for yet. */
    List<RecipeProgress> about(PlannedTest test) {
        return test.owner().stream()
                .flatMap(owner ->
                        byOwner.containsKey(owner.id()) ? Stream.of(byOwner.get(owner.id())) : waitingFor(owner))
                .toList();
    }

    private Stream<RecipeProgress> waitingFor(PlannedTest owner) {
        return all.stream().filter(progress -> progress.isOwnedBy(owner.id()));
    }

    /** Those that a template is to be invoked for. */
    List<String> listedFor(String template) {
        return all.stream()
                .filter(progress -> progress.isOwnedBy(template))
                .map(RecipeProgress::recipe)
                .toList();
    }

    /** The recipe whose class, or whose invocation of a template, this is. */
    Optional<RecipeProgress> ownedBy(String id) {
        return Optional.ofNullable(byOwner.get(id));
    }

    List<RecipeProgress> all() {
        return all;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }
}
