package org.recipeharness.junit;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.platform.commons.support.AnnotationSupport;
import org.recipeharness.deployment.RunPlan;
import org.recipeharness.deployment.UnverifiedException;
import org.recipeharness.run.RecipeRun;
import org.recipeharness.settings.Setting;
import org.recipeharness.settings.Settings;
import org.recipeharness.settings.SettingsException;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.docker.DockerSwarm;

/** Keeps one run for each test class of a recipe, in the store of that class, which closes it behind the class's last test. */
final class RunStore {

    static final Namespace NAMESPACE = Namespace.create(RecipeDeploymentExtension.class);

    private RunStore() {}

    /** Gives the run of the recipe's test class that a context belongs to, and prepares it on the first call. */
    static RecipeRun run(ExtensionContext context) {
        ExtensionContext owner = owner(context);
        // Prepared once; a class without a run has failed before its first test.
        return requireNonNull(owner.getStore(NAMESPACE)
                .getOrComputeIfAbsent(RecipeRun.class, type -> prepared(owner), RecipeRun.class));
    }

    /** Gives what there is one of for each run, and makes it of the test class on the first call. */
    static <T> T perRun(ExtensionContext context, Class<T> type, Function<Class<?>, T> making) {
        ExtensionContext owner = owner(context);
        return requireNonNull(owner.getStore(NAMESPACE)
                .getOrComputeIfAbsent(type, key -> making.apply(owner.getRequiredTestClass()), type));
    }

    private static RecipeRun prepared(ExtensionContext owner) {
        Class<?> testClass = owner.getRequiredTestClass();
        RecipeDeployment deployment = AnnotationSupport.findAnnotation(testClass, RecipeDeployment.class)
                .orElseThrow();
        Settings settings = settings(owner);
        Optional<SweepRecorder> sweep = sweep(owner);
        Duration deadline = settings.sweeping().deadline();
        if (sweep.filter(each -> each.isBehind(deadline)).isPresent()) {
            throw new UnverifiedException("the run's deadline of " + deadline.toSeconds()
                    + " s (harness.deadline) has passed, so this recipe was not run. Run it alone, or set a later one");
        }
        RunPlan plan = new DeploymentPlanning(testClass, deployment, settings).plan(ListedRecipes.invoked(owner));
        sweep.ifPresent(SweepRecorder::requireChecked);
        var run = new RecipeRun(plan, settings, swarm(owner, settings));
        sweep.ifPresent(each -> each.runs(owner.getUniqueId(), run));
        return run;
    }

    /** Opens the swarm that the settings lead to, to be closed. */
    static Swarm swarm(ExtensionContext context, Settings settings) {
        SwarmSource swarms = requireNonNull(context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        SwarmSource.class, type -> each -> new DockerSwarm(each.ipvs()), SwarmSource.class));
        return swarms.open(settings);
    }

    /** Gives what follows the run; empty where JUnit's engine was started without its launcher. */
    static Optional<SweepRecorder> sweep(ExtensionContext context) {
        return Optional.ofNullable(
                context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE).get(SweepRecorder.class, SweepRecorder.class));
    }

    /** Reads the settings. System properties are JUnit's configuration as well; what its launcher was given goes before them. */
    static Settings settings(ExtensionContext context) {
        var told = new TreeMap<String, String>();
        // JUnit gives an extension only the parameters that it knows by name, and budgets have the names of probes.
        sweep(context).map(SweepRecorder::told).orElse(Map.of()).forEach((key, value) -> {
            if (key.startsWith(Setting.PREFIX)) {
                told.put(key, value);
            }
        });
        for (Setting setting : Setting.values()) {
            context.getConfigurationParameter(setting.key()).ifPresent(value -> told.put(setting.key(), value));
        }
        try {
            return Settings.load(told);
        } catch (SettingsException e) {
            throw new ExtensionConfigurationException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Whether a context is that of a template, whose invocations have a run each and which itself has none. */
    static boolean isWithoutRun(ExtensionContext context) {
        return ListedRecipes.isTemplate(owner(context).getRequiredTestClass())
                && ListedRecipes.invoked(context).isEmpty();
    }

    /** Tells whether this is the context of a recipe's test class itself, or of its invocation, and not of something in it. */
    static boolean isOwner(ExtensionContext context) {
        return context.getTestMethod().isEmpty() && context.equals(owner(context));
    }

    /** The outermost class that carries the annotation, or its invocation: tiers are nested in it. */
    private static ExtensionContext owner(ExtensionContext context) {
        ExtensionContext owner = context;
        for (ExtensionContext each = context;
                each != context.getRoot();
                each = each.getParent().orElseThrow()) {
            if (each.getElement().filter(element -> element instanceof Class<?>).isPresent()
                    && AnnotationSupport.isAnnotated(each.getRequiredTestClass(), RecipeDeployment.class)
                    && (ListedRecipes.invoked(context).isEmpty()
                            || ListedRecipes.invoked(each).isPresent())) {
                owner = each;
            }
        }
        return owner;
    }
}
