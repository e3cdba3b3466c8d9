package org.recipeharness.lint.docker;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.recipeharness.compose.Reference;
import org.recipeharness.compose.SecretForm;
import org.recipeharness.lint.form.ConfigVersions;
import org.recipeharness.lint.published.Check;
import org.recipeharness.lint.published.Published;
import org.recipeharness.lint.published.Remark;
import org.recipeharness.lint.published.Thing;
import org.recipeharness.stack.External;

/** Looks for secrets that abra generates none of, because it finds no version of them. */
public final class GeneratedSecrets implements Check.OfOne {

    @Override
    public List<Remark> look(Published recipe) {
        return recipe.things("secrets")
                .filter(secret -> External.is(secret.written()))
                .filter(secret -> !isGenerated(recipe, secret))
                .map(secret -> remark(recipe, secret))
                .toList();
    }

    private static boolean isGenerated(Published recipe, Thing secret) {
        // Of an optional file the line is commented out, as the line that names the file is.
        return versions(secret).stream()
                        .anyMatch(name -> recipe.variables().find(name).isPresent())
                || (!secret.deployed() && isMentioned(recipe, secret));
    }

    private static boolean isMentioned(Published recipe, Thing secret) {
        return versions(secret).stream()
                .anyMatch(name -> Pattern.compile("\\b" + Pattern.quote(name) + "=")
                        .matcher(recipe.sampleText().orElse(""))
                        .find());
    }

    /** Names the variables that may hold the secret's version: the one after its key, and those in its name. */
    private static List<String> versions(Thing secret) {
        return Stream.concat(
                        Stream.of(SecretForm.versionVariable(secret.key())),
                        ConfigVersions.versions(secret).stream().map(Reference::name))
                .toList();
    }

    private static Remark remark(Published recipe, Thing secret) {
        String line = SecretForm.versionVariable(secret.key()) + "=v1";
        String found = isMentioned(recipe, secret) ? "has its version line commented out" : "has no version line of it";
        return new Remark(
                secret.origin(),
                "the secret '" + secret.key() + "' is external, but " + Published.ENV_SAMPLE + " " + found
                        + ", so nobody generates it in the form that it needs. Write " + line
                        + ", with # length= behind it where the app needs one");
    }
}
