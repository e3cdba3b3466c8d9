package org.recipeharness.tier;

import java.util.List;
import org.recipeharness.app.AppPlan;
import org.recipeharness.app.AppSecret;

/**
 * What is about to be sent.
 *
 * @param plan the app to be deployed
 * @param secrets the secrets that it expects on the swarm
 */
record Rendered(AppPlan plan, List<AppSecret> secrets) {

    Rendered {
        secrets = List.copyOf(secrets);
    }
}
