package org.recipeharness.deployment;

import java.util.Optional;
import org.recipeharness.app.AppSecret;

/**
 * Where an app is deployed, and what becomes of it there.
 *
 * @param domain its domain, or empty for one that is made for the run
 * @param secrets gives it a secret that it has not yet
 * @param canonical whether it is the recipe's canonical, whose volumes stay when it goes
 */
public record Berth(Optional<String> domain, SecretSource secrets, boolean canonical) {

    /** A place of the run's own, for an app that nobody has seen before and that goes with all it has. */
    static Berth cold(Optional<String> domain) {
        return new Berth(domain, (declared, stack) -> AppSecret.generate(declared), false);
    }
}
