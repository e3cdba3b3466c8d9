package org.recipeharness.promotion;

import java.util.List;
import org.recipeharness.fault.Fault;
import org.recipeharness.fault.HarnessException;
import org.recipeharness.fault.Party;

/** A promotion that did not come to its end. What became of the canonical stands behind the failure's own words. */
public final class PromotionFailedException extends HarnessException {

    private static final long serialVersionUID = 1L;

    PromotionFailedException(String promotion, RuntimeException reason, List<String> aftermath) {
        super(promotion + ": " + reason.getMessage() + "\n" + String.join("\n", aftermath), reason);
    }

    PromotionFailedException(String promotion, String reason) {
        super(promotion + ": " + reason);
    }

    @Override
    public Fault fault() {
        return getCause() == null ? Fault.of(Party.RECIPE) : Fault.UNKNOWN;
    }
}
