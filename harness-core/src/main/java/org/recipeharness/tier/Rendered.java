package org.recipeharness.tier;

import org.recipeharness.app.AppPlan;
import org.recipeharness.compose.Variables;

/**
 * What is about to be sent.
 *
 * @param plan the app to be deployed
 * @param variables the environment that it was rendered with; it holds secrets
 */
record Rendered(AppPlan plan, Variables variables) {}
