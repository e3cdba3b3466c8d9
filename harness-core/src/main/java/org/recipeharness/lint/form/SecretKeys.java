package org.recipeharness.lint.form;

import java.util.List;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;

/** Looks for secrets whose names leave little room for the stack's name. */
public final class SecretKeys implements Check.OfOne {

    private static final int LONGEST = 12;

    @Override
    public List<Remark> look(Published recipe) {
        return recipe.things("secrets")
                .filter(secret -> secret.key().length() > LONGEST)
                .map(secret -> new Remark(
                        secret.origin(),
                        "the secret's name '" + secret.key() + "' has "
                                + secret.key().length() + " characters, abra wants " + LONGEST
                                + " at most, so that a long domain fits beside it"))
                .toList();
    }
}
