package org.recipeharness.deployment;

import java.util.List;
import org.recipeharness.app.AppPlan;
import org.recipeharness.app.AppSecret;
import org.recipeharness.compose.Variables;

/**
 * What is about to be sent.
 *
 * @param plan the app to be deployed
 * @param appEnv the app's own variables, which it keeps through an upgrade
 * @param secrets the secrets that it expects on the swarm
 */
public record Rendered(AppPlan plan, Variables appEnv, List<AppSecret> secrets) {

    /** Whether its volumes stay when it goes. */
    public boolean isCanonical() {
        return plan.stack().labels().canonical();
    }

    public Rendered {
        secrets = List.copyOf(secrets);
    }
}
