package org.recipeharness.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.recipeharness.deployment.Tier;

/**
 * Declares that a tier can't apply to a recipe, as the upgrade from releases that cannot be deployed any more.
 *
 * <p>The tiers that come from an older release, upgrade and reattach, are performed all the same where {@code -Dfrom=} names one.
 */
@Documented
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface NotApplicable {

    /**
     * Names the tier.
     *
     * @return any but {@code INSTALL} and {@code CUSTOM}
     */
    Tier tier();

    /**
     * Says why.
     *
     * @return what is reported, such as {@code moving tag}
     */
    String because();
}
