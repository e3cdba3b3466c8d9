package org.recipeharness.junit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.launcher.TestPlan;
import org.recipeharness.canonical.Registry;
import org.recipeharness.report.ResultsFolder;
import org.recipeharness.settings.Setting;
import org.recipeharness.settings.Settings;
import org.recipeharness.settings.SettingsException;

/**
 * What the settings say to a run as a whole.
 *
 * @param valid all of them; empty where one is wrong
 * @param folder where the results go
 * @param good where the last good versions are looked up
 * @param chosen what the run is held to
 * @param recipes those without a class of their own that it takes along, as they are written
 * @param told what JUnit was told for itself: settings and its own parameters
 */
record SweepSettings(
        Optional<Settings> valid,
        ResultsFolder folder,
        GoodLookup good,
        Map<String, String> chosen,
        Optional<String> recipes,
        Map<String, String> told) {

    /** Settings that are wrong as a whole are told by each class; where the results go is found all the same. */
    static SweepSettings of(TestPlan plan) {
        var told = new TreeMap<String, String>();
        for (Setting setting : Setting.values()) {
            plan.getConfigurationParameters().get(setting.key()).ifPresent(value -> told.put(setting.key(), value));
        }
        // Budgets too, and what is misspelt.
        plan.getConfigurationParameters().keySet().stream()
                .filter(key -> key.startsWith(Setting.PREFIX))
                .forEach(key -> plan.getConfigurationParameters().get(key).ifPresent(value -> told.put(key, value)));
        try {
            var settings = Settings.load(told);
            return new SweepSettings(
                    Optional.of(settings),
                    new ResultsFolder(settings.report()),
                    new GoodLookup(Optional.of(new Registry(settings.canonicals()))),
                    chosen(settings::text),
                    settings.text(Setting.RECIPES),
                    toldInAll(plan, told));
        } catch (SettingsException e) {
            var report = text(told, Setting.REPORT).map(folder -> Map.of(Setting.REPORT.key(), folder));
            return new SweepSettings(
                    Optional.empty(),
                    new ResultsFolder(Settings.of(report.orElse(Map.of())).report()),
                    new GoodLookup(Optional.empty()),
                    chosen(key -> text(told, key)),
                    text(told, Setting.RECIPES),
                    toldInAll(plan, told));
        }
    }

    private static Map<String, String> toldInAll(TestPlan plan, Map<String, String> settings) {
        var all = new TreeMap<>(settings);
        ConfigurationParameters parameters = plan.getConfigurationParameters();
        parameters.keySet().forEach(key -> parameters.get(key).ifPresent(value -> all.put(key, value)));
        return all;
    }

    private static Optional<String> text(Map<String, String> told, Setting setting) {
        return Optional.ofNullable(told.get(setting.key())).or(() -> Settings.peek(setting));
    }

    private static Map<String, String> chosen(Function<Setting, Optional<String>> texts) {
        var chosen = new TreeMap<String, String>();
        Stream.of(Setting.RECIPE, Setting.TIER, Setting.REF, Setting.FROM, Setting.BACKUP, Setting.DRILLS, Setting.LOAD)
                .forEach(setting -> texts.apply(setting).ifPresent(value -> chosen.put(setting.key(), value)));
        return chosen;
    }

    /** The recipes that a template is invoked for, beside those that classes test. */
    List<String> listed(Collection<String> ofClasses) {
        return ListedRecipes.of(
                setting -> setting == Setting.RECIPES ? recipes : Optional.ofNullable(chosen.get(setting.key())),
                ofClasses);
    }

    /** The recipe of the class that names none itself. */
    String recipe() {
        return chosen.getOrDefault(Setting.RECIPE.key(), "");
    }
}
