package org.recipeharness.junit;

import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recipeharness.history.Fingerprint;
import org.recipeharness.report.model.LastGood;
import org.recipeharness.run.RecipeRun;
import org.recipeharness.settings.Setting;
import org.recipeharness.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hashes what a recipe's result depends on beside the recipe: the harness, the test class, the settings, the canonical. */
final class HarnessPrint {

    private static final Logger LOG = LoggerFactory.getLogger(HarnessPrint.class);

    /** What says where things lie, how a run goes about it, or is compared by itself. */
    private static final Set<Setting> WITHOUT_EFFECT = EnumSet.of(
            Setting.RECIPE,
            Setting.TIER,
            Setting.REF,
            Setting.FROM,
            Setting.CACHE,
            Setting.CANONICALS,
            Setting.CANONICAL_WAIT,
            Setting.HOLDERS,
            Setting.LEASE_WAIT,
            Setting.PULL,
            Setting.REPORTS,
            Setting.REPORT,
            Setting.RECIPES,
            Setting.PARALLEL,
            Setting.MEMORY,
            Setting.DEADLINE,
            Setting.CHANGED_ONLY,
            Setting.RERUNS,
            Setting.ERROR,
            Setting.HISTORY,
            Setting.BISECT,
            Setting.WORK);

    private final Fingerprint fingerprint = new Fingerprint();
    private final Settings settings;

    HarnessPrint(Settings settings) {
        this.settings = settings;
    }

    /** Empty where the classes can't be read, so that nothing counts as unchanged. */
    Optional<String> of(Class<?> testClass, List<String> planned, Optional<LastGood> canonical) {
        try {
            Set<Path> sources = Stream.of(RecipeRun.class, RecipeDeployment.class, testClass)
                    .map(HarnessPrint::source)
                    .collect(Collectors.toSet());
            var told = new TreeMap<>(settings.written());
            WITHOUT_EFFECT.forEach(setting -> told.remove(setting.key()));
            var others = new ArrayList<>(planned);
            others.add(canonical.map(LastGood::commit).orElse("none"));
            others.add(System.getProperty("java.version"));
            others.addAll(libraries());
            return Optional.of(fingerprint.of(sources, told, others));
        } catch (UncheckedIOException | IllegalStateException e) {
            LOG.warn("What {} was tested with can't be told: {}", testClass.getName(), e.toString());
            return Optional.empty();
        }
    }

    private static Path source(Class<?> ours) {
        CodeSource source = ours.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IllegalStateException(
                    "Looking for the classes beside " + ours.getName() + ": nobody says where they were loaded from");
        }
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Looking for the classes beside " + ours.getName(), e);
        }
    }

    /** The names of the archives on the class path, which have their versions in them. */
    private static List<String> libraries() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(System.getProperty("path.separator")))
                .filter(entry -> entry.endsWith(".jar"))
                .map(entry -> String.valueOf(Path.of(entry).getFileName()))
                // Surefire's own archives have a name of each fork.
                .filter(name -> !name.startsWith("surefire"))
                .sorted()
                .toList();
    }
}
