package org.recipeharness.junit;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.recipeharness.app.DeployedApp;
import org.recipeharness.app.ServiceExec;
import org.recipeharness.checkout.Checkout;
import org.recipeharness.tier.Installed;
import org.recipeharness.tier.RecipeRun;

/** A parameter type that a test of a recipe may ask for, and how its value is had from an install. */
final class RunParameter {

    private static final Map<Class<?>, Function<Installed, Object>> TYPES = Map.of(
            Installed.class, installed -> installed,
            DeployedApp.class, Installed::app,
            Checkout.class, installed -> installed.app().checkout(),
            ServiceExec.class, installed -> installed.app().exec());

    private final Function<Installed, Object> value;

    private RunParameter(Function<Installed, Object> value) {
        this.value = value;
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
                        installed -> installed.app().exec(named.get().value())));
            }
        }
        return Optional.ofNullable(TYPES.get(type)).map(RunParameter::new);
    }

    Object value(RecipeRun run) {
        try {
            return value.apply(run.install());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ParameterResolutionException("Interrupted while the app was being installed", e);
        }
    }
}
