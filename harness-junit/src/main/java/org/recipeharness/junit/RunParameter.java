package org.recipeharness.junit;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.app.ServiceExec;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.deployment.Findings;
import org.recipeharness.deployment.Installed;
import org.recipeharness.promotion.Promoted;
import org.recipeharness.restore.Drilled;
import org.recipeharness.restore.Restored;
import org.recipeharness.restore.Saved;
import org.recipeharness.upgrade.Reattached;
import org.recipeharness.upgrade.Upgraded;

/** A parameter type that a test of a recipe may ask for, and how its value is had from what was done before the test. */
final class RunParameter {

    private static final Map<Class<?>, Source> TYPES = Map.ofEntries(
            Map.entry(Findings.class, TierWork::findings),
            Map.entry(Installed.class, TierWork::app),
            Map.entry(DeployedApp.class, work -> work.app().app()),
            Map.entry(Checkout.class, TierWork::checkout),
            Map.entry(ServiceExec.class, work -> work.app().app().exec()),
            Map.entry(Upgraded.class, TierWork::upgrade),
            Map.entry(Saved.class, TierWork::backup),
            Map.entry(Restored.class, TierWork::restore),
            Map.entry(Drilled.class, TierWork::drill),
            Map.entry(Reattached.class, TierWork::reattach),
            Map.entry(Promoted.class, TierWork::promote));

    private final Source source;

    private RunParameter(Source source) {
        this.source = source;
    }

    static boolean isType(Class<?> type) {
        return TYPES.containsKey(type);
    }

    static Optional<RunParameter> of(ParameterContext parameter) {
        Class<?> type = parameter.getParameter().getType();
        if (type == ServiceExec.class) {
            Optional<InService> named = parameter.findAnnotation(InService.class);
            if (named.isPresent()) {
                return Optional.of(new RunParameter(
                        work -> work.app().app().exec(named.get().value())));
            }
        }
        return Optional.ofNullable(TYPES.get(type)).map(RunParameter::new);
    }

    Object value(ExtensionContext context) {
        try {
            return source.value(new TierWork(context));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ParameterResolutionException("Interrupted while the app was being deployed", e);
        }
    }

    @FunctionalInterface
    private interface Source {
        Object value(TierWork work) throws InterruptedException;
    }
}
