package org.recipeharness.tier;

import org.recipeharness.app.AppSecret;
import org.recipeharness.stack.StackName;
import org.recipeharness.stack.StackSecret;

/** Gives an app the secrets that it has not yet. */
@FunctionalInterface
interface SecretSource {

    /** Gives one that a stack declares. */
    AppSecret secret(StackSecret declared, StackName stack);
}
