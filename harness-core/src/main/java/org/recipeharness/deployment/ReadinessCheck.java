package org.recipeharness.deployment;

import org.recipeharness.app.AppProbe;
import org.recipeharness.readiness.Budget;

/**
 * A probe that an app must answer before it counts as installed.
 *
 * @param probe how to look
 * @param budget how long it may take, unless a setting says otherwise
 */
public record ReadinessCheck(AppProbe probe, Budget budget) {}
