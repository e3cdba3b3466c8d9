package org.recipeharness.lint.form;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.ComposeText;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.Thing;

/** Looks for secrets whose names leave little room for the stack's name. */
public final class SecretKeys implements Check.OfOne {

    private static final int LONGEST = 12;
    private static final String EXPECTED = " abra wants " + LONGEST + " at most, so that a long domain fits beside it";

    @Override
    public List<Remark> look(Published recipe) {
        return recipe.composeFiles().stream().flatMap(SecretKeys::look).toList();
    }

    private static Stream<Remark> look(ComposeText file) {
        List<Thing> secrets = file.things("secrets").stream()
                .filter(secret -> secret.key().length() > LONGEST)
                .toList();
        return secrets.stream().limit(1).map(first -> new Remark(first.origin(), text(secrets) + "," + EXPECTED));
    }

    private static String text(List<Thing> secrets) {
        return secrets.size() == 1
                ? "the secret's name '" + secrets.get(0).key() + "' has "
                        + secrets.get(0).key().length() + " characters"
                : "the names of " + secrets.size() + " secrets are too long: "
                        + secrets.stream()
                                .map(secret ->
                                        secret.key() + " has " + secret.key().length())
                                .collect(Collectors.joining(", "))
                        + " characters";
    }
}
