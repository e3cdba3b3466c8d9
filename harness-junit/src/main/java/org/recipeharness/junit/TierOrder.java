package org.recipeharness.junit;

import java.util.Comparator;
import java.util.Optional;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.recipeharness.deployment.Tier;

/** Orders the nested classes of a recipe's test as its life goes; one without a tier comes last. */
final class TierOrder implements ClassOrderer {

    private static final Comparator<Optional<Tier>> LIFE =
            Comparator.comparing(tier -> tier.orElse(null), Comparator.nullsLast(Comparator.<Tier>naturalOrder()));

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(Comparator.comparing(TierOrder::tier, LIFE));
    }

    private static Optional<Tier> tier(ClassDescriptor nested) {
        return nested.findAnnotation(OfTier.class).map(OfTier::value);
    }
}
