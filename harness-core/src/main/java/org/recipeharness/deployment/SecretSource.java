package org.recipeharness.deployment;

import org.recipeharness.app.AppSecret;
import org.recipeharness.stack.StackName;
import org.recipeharness.stack.StackSecret;

/** Gives an app the secrets that it has not yet. */
@FunctionalInterface
public interface SecretSource {

    /** Gives one that a stack declares. */
    AppSecret secret(StackSecret declared, StackName stack);
}
