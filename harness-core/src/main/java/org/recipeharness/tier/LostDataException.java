package org.recipeharness.tier;

import java.util.List;

/** An app on the canonical's volumes that has lost what the canonical carries. */
final class LostDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LostDataException(List<String> lost) {
        super("What the canonical carries since its first promotion is not there any more: " + String.join("; ", lost));
    }
}
