package org.recipeharness.junit;

import org.recipeharness.deployment.Tier;

/** The custom tier: what only this recipe's own tests can assert. To be extended by a nested class with at least one test. */
@OfTier(Tier.CUSTOM)
public abstract class CustomTier {}
