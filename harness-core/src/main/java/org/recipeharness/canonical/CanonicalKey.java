package org.recipeharness.canonical;

import java.security.SecureRandom;
import java.util.Map;
import org.recipeharness.app.AppSecret;
import org.recipeharness.compose.SecretForm;
import org.recipeharness.recipe.RecipeName;
import org.recipeharness.stack.RunLabels;
import org.recipeharness.stack.StackName;
import org.recipeharness.stack.StackSecret;
import org.recipeharness.swarm.Swarm;
import org.recipeharness.swarm.SwarmException;

/**
 * What the secrets of all canonicals of a swarm are derived from, so that each has the same value at every promotion and is kept
 * nowhere.
 *
 * <p>The swarm keeps it as a config, which its managers can read back, as they can't a secret. Where it has gone, a new one is
 * made, and the volumes that know values of the old one can't be opened with those of the new one.
 */
public final class CanonicalKey {

    /** The config that holds it. */
    public static final String CONFIG = "recipe-harness-canonicals-key";

    /** The value of the config's label {@link RunLabels#CANONICAL}. */
    public static final String LABEL_VALUE = "key";

    private static final int BYTES = 32;
    private static final SecretForm FINGERPRINT = new SecretForm(16, "0123456789abcdef");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    private CanonicalKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads a swarm's key, and makes it where there is none.
     *
     * @param swarm whose
     * @param run the run's id, which a key that is made is labelled with
     * @return the key; the other one's where another run makes it at the same time
     * @throws SwarmException when it can be neither read nor made, or what is there is no key
     */
    public static CanonicalKey of(Swarm swarm, String run) {
        return of(swarm, run, CONFIG);
    }

    /** As {@link #of(Swarm, String)}, with a config of another name. */
    static CanonicalKey of(Swarm swarm, String run, String config) {
        return swarm.readConfig(config).map(content -> read(config, content)).orElseGet(() -> made(swarm, run, config));
    }

    private static CanonicalKey made(Swarm swarm, String run, String config) {
        byte[] fresh = new byte[BYTES];
        RANDOM.nextBytes(fresh);
        try {
            swarm.createConfig(config, fresh, Map.of(RunLabels.RUN, run, RunLabels.CANONICAL, LABEL_VALUE));
        } catch (SwarmException e) {
            // Another run may have been quicker.
            return read(config, swarm.readConfig(config).orElseThrow(() -> e));
        }
        return new CanonicalKey(fresh);
    }

    private static CanonicalKey read(String config, byte[] content) {
        if (content.length != BYTES) {
            throw new SwarmException("Reading the key of the canonicals' secrets from the config " + config + ": found "
                    + content.length + " bytes, expected " + BYTES + ". It was not made by the harness. Remove it with"
                    + " 'docker config rm " + config + "', and a new one is made");
        }
        return new CanonicalKey(content);
    }

    /**
     * Derives a secret of a canonical.
     *
     * @param recipe the canonical's recipe
     * @param declared what the recipe declares
     * @param stack the canonical's stack, whose name the value does not depend on
     * @return the secret, with a value of the declared form: the same one for the same recipe and version of the secret
     */
    public AppSecret derive(RecipeName recipe, StackSecret declared, StackName stack) {
        String prefix = stack + "_";
        if (!declared.name().startsWith(prefix)) {
            throw new IllegalArgumentException("Deriving the secret " + declared.name() + " of recipe " + recipe
                    + ": found a name that is not below its stack's, expected " + prefix + "...");
        }
        String own = declared.name().substring(prefix.length());
        return new AppSecret(declared.name(), new KeyStream(bytes, recipe.text() + "\n" + own).text(declared.form()));
    }

    /**
     * Tells this key from others.
     *
     * @return hexadecimal digits from which neither the key nor a secret can be had
     */
    public String fingerprint() {
        return new KeyStream(bytes, "fingerprint").text(FINGERPRINT);
    }

    @Override
    public String toString() {
        return "the key of the canonicals' secrets (not shown)";
    }
}
