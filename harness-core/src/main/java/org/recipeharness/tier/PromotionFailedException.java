package org.recipeharness.tier;

import java.util.List;

/** A promotion that did not come to its end. What became of the canonical stands behind the failure's own words. */
public final class PromotionFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PromotionFailedException(String promotion, RuntimeException reason, List<String> aftermath) {
        super(promotion + ": " + reason.getMessage() + "\n" + String.join("\n", aftermath), reason);
    }

    PromotionFailedException(String promotion, String reason) {
        super(promotion + ": " + reason);
    }
}
