package org.recipeharness.junit;

import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;
import org.recipeharness.settings.Setting;
import org.recipeharness.settings.Settings;
import org.recipeharness.sweep.AloneRuns;
import org.recipeharness.sweep.FreshProcess;
import org.recipeharness.verdict.Repeats;

/** Gives {@link RerunTests} what was red, and how it is run again. */
final class RerunsExtension extends TypeBasedParameterResolver<Reruns> {

    private static final int IN_A_SWEEP = 3;

    // What a run takes beside its tests, such as for the fetch of an image that is there in the sweep.
    private static final Duration BESIDE = Duration.ofMinutes(10);

    @Override
    public Reruns resolveParameter(ParameterContext parameter, ExtensionContext context) {
        SweepRecorder sweep = context.getStore(StoreScope.LAUNCHER_SESSION, RunStore.NAMESPACE)
                .get(SweepRecorder.class, SweepRecorder.class);
        if (sweep == null) {
            throw new ExtensionConfigurationException("Looking for what was red in this run: nobody has followed it,"
                    + " expected JUnit's launcher with the listener of this library. Run it by Maven or an IDE");
        }
        Settings settings = RunStore.settings(context);
        int least = settings.sweeping()
                .reruns()
                .orElse(settings.text(Setting.RECIPE).isPresent() ? 0 : IN_A_SWEEP);
        return new Reruns(
                sweep,
                settings.sweeping().deadline(),
                new Repeats(least, settings.sweeping().error()),
                settings.sweeping().bisect(),
                new AloneRuns(
                        new FreshProcess(RecipeAlone.class.getName()),
                        settings.report().resolve("reruns"),
                        sweep.told(),
                        settings.nodeShare().longestWait().plus(BESIDE)));
    }
}
