package org.recipeharness.junit;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Lets JUnit's launcher discover {@link SelectableTestCases} under {@code -Drecipe} and {@code -Dtier}. */
class RecipeSelectionTest {

    @Test
    void withoutAChoiceAllRunButTheGenericClass() {
        assertThat(chosen(Map.of()))
                .containsExactly("Again", "Alpha", "Alpha.Custom", "Alpha.Install", "Beta.Custom", "Plain");
    }

    @Test
    void aRecipeRunsInItsOwnClassAndAllElseIsDropped() {
        assertThat(chosen(Map.of("recipe", "alpha"))).containsExactly("Alpha", "Alpha.Custom", "Alpha.Install");
    }

    @Test
    void aRecipeWithoutAClassOfItsOwnRunsInTheGenericOne() {
        assertThat(chosen(Map.of("recipe", "gamma"))).containsExactly("Any.Install");
    }

    @Test
    void aRecipeIsRunAgainWhereThatIsAskedFor() {
        assertThat(chosen(Map.of("recipe", "gamma", "harness.reruns", "3"))).containsExactly("Again", "Any.Install");
        assertThat(chosen(Map.of("recipe", "gamma", "harness.reruns", "0"))).containsExactly("Any.Install");
    }

    @Test
    void aTierRunsWithWhatIsOfNoTier() {
        assertThat(chosen(Map.of("tier", "custom")))
                .containsExactly("Again", "Alpha", "Alpha.Custom", "Beta.Custom", "Plain");
    }

    @Test
    void aTierOfARecipeRunsAlone() {
        assertThat(chosen(Map.of("recipe", "beta", "tier", "custom"))).containsExactly("Beta.Custom");
        assertThat(chosen(Map.of("recipe", "beta", "tier", "install"))).isEmpty();
    }

    @Test
    void anUnknownTierDropsNothingSoThatEachClassCanTellTheKnownOnes() {
        assertThat(chosen(Map.of("tier", "instal"))).isEqualTo(chosen(Map.of()));
    }

    @Test
    void aSettingThatCanNotBeReadLeavesTheChoiceAsItIs() {
        assertThat(chosen(Map.of("recipe", "alpha", "harness.keep", "perhaps")))
                .isEqualTo(chosen(Map.of("recipe", "alpha")));
    }

    /** Gives the classes of which a test or a template of tests is left. */
    private static Set<String> chosen(Map<String, String> settings) {
        TestPlan plan = SystemSettings.during(
                settings,
                () -> LauncherFactory.create(LauncherConfig.builder()
                                .enablePostDiscoveryFilterAutoRegistration(false)
                                .build())
                        .discover(request()));
        return plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .flatMap(test -> test.getSource().stream())
                .filter(MethodSource.class::isInstance)
                .map(RecipeSelectionTest::className)
                .collect(toCollection(TreeSet::new));
    }

    private static LauncherDiscoveryRequest request() {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(
                        selectClass(SelectableTestCases.Any.class),
                        selectClass(SelectableTestCases.Alpha.class),
                        selectClass(SelectableTestCases.Beta.class),
                        selectClass(SelectableTestCases.Plain.class),
                        selectClass(SelectableTestCases.Again.class))
                .filters(new RecipeSelection())
                .build();
    }

    private static String className(TestSource source) {
        return ((MethodSource) source)
                .getClassName()
                .replace(SelectableTestCases.class.getName() + "$", "")
                .replace('$', '.');
    }
}
