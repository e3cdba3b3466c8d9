package org.recipeharness.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recipeharness.compose.ComposeDocument;
import org.recipeharness.compose.ComposeException;
import org.recipeharness.compose.SecretForm;
import org.recipeharness.compose.Variable;
import org.recipeharness.compose.Variables;
import org.recipeharness.compose.Yaml.Mapping;

/** Finds the secrets that an operator would have generated with abra before the first deploy. */
public final class StackSecrets {

    /** Docker's limit for the names of secrets and configs. */
    public static final int LONGEST_NAME = 64;

    private final StackName stack;
    private final Variables variables;

    /**
     * Prepares to look for one app.
     *
     * @param stack its stack's name, which the secrets' names begin with
     * @param variables its environment, in which each secret has a version
     */
    public StackSecrets(StackName stack, Variables variables) {
        this.stack = stack;
        this.variables = variables;
    }

    /**
     * Finds the secrets of a document.
     *
     * @param document the compose file with its variables put in
     * @return its external secrets, each with the form of its value
     * @throws ComposeException when nobody would generate one, or docker would not take its name
     */
    public List<StackSecret> of(ComposeDocument document) {
        Mapping secrets = document.root().mapping("secrets");
        var found = new ArrayList<StackSecret>();
        for (String key : secrets.entries().keySet()) {
            Mapping secret = secrets.mapping(key);
            if (External.is(secret)) {
                found.add(secret(key, secret, document.versions().ofSecret(key)));
            }
        }
        return found;
    }

    private StackSecret secret(String key, Mapping secret, Optional<String> named) {
        String name = External.name(secret, key);
        // abra takes the version from the secret's name, whichever variable that comes from.
        Variable version = SecretForm.versionOf(key, variables)
                .or(() -> named.flatMap(variables::find))
                .orElseThrow(() -> new ComposeException(
                        secret.origin(),
                        "the secret '" + key + "' is external, but the app has no variable "
                                + SecretForm.versionVariable(key)
                                + ", so nobody generates it. Is a line " + SecretForm.versionVariable(key)
                                + "=v1 in .env.sample, and not commented out? An app that was made with an older version"
                                + " has only the lines of that one: its operator must be told"));
        if (!name.startsWith(stack + "_")) {
            throw new ComposeException(
                    secret.origin(),
                    "the secret '" + key + "' is called '" + name + "', which is not below its stack's name: expected "
                            + "name: ${STACK_NAME}_" + key + "_${" + version.name() + "}");
        }
        if (name.length() > LONGEST_NAME) {
            throw new ComposeException(
                    secret.origin(),
                    "the secret's name '" + name + "' has " + name.length() + " characters, docker takes "
                            + LONGEST_NAME + ". Choose a shorter domain with -Dharness.domain or a shorter name");
        }
        return new StackSecret(key, name, SecretForm.of(version));
    }
}
