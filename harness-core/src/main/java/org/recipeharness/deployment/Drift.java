package org.recipeharness.deployment;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.recipeharness.compose.Overlay;

/**
 * In what a test suite deploys a recipe differently from how it is published; shown with the run, since it may hide a defect.
 *
 * @param settings variables that are set in the app's environment
 * @param upgradeSettings variables that are added to it at an upgrade, as an operator does whom the release notes ask to
 * @param overlays compose files that are merged behind the recipe's own
 */
public record Drift(Map<String, String> settings, Map<String, String> upgradeSettings, List<Overlay> overlays) {

    public Drift {
        settings = Map.copyOf(settings);
        upgradeSettings = Map.copyOf(upgradeSettings);
        overlays = List.copyOf(overlays);
    }

    /**
     * Deploys a recipe just as it is.
     *
     * @return no drift
     */
    public static Drift none() {
        return new Drift(Map.of(), Map.of(), List.of());
    }

    /** Tells it, a line each; values are left out, as they may be secret. */
    public List<String> lines() {
        return Stream.of(
                        settings.keySet().stream().sorted().map(name -> "the variable " + name + " is set"),
                        upgradeSettings.keySet().stream()
                                .sorted()
                                .map(name -> "the variable " + name + " is set at an upgrade"),
                        overlays.stream().map(overlay -> "the compose file " + overlay.name() + " is merged behind"))
                .flatMap(lines -> lines)
                .toList();
    }
}
