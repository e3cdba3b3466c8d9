package org.recipeharness.app;

import java.security.SecureRandom;
import org.recipeharness.compose.SecretForm;
import org.recipeharness.stack.StackSecret;

/**
 * A secret of an app, made up for one run.
 *
 * @param name its name on the swarm
 * @param value its content, which is never shown
 */
public record AppSecret(String name, String value) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Makes a value up, as abra does before the first deploy.
     *
     * @param declared what the recipe declares
     * @return the secret, with a value of the declared form
     */
    public static AppSecret generate(StackSecret declared) {
        SecretForm form = declared.form();
        var value = new StringBuilder();
        for (int i = 0; i < form.length(); i++) {
            value.append(form.alphabet().charAt(RANDOM.nextInt(form.alphabet().length())));
        }
        return new AppSecret(declared.name(), value.toString());
    }

    @Override
    public String toString() {
        return name + " (value not shown)";
    }
}
