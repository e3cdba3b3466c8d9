package org.recipeharness.report;

import org.recipeharness.report.model.TierOutcome;

/** Whether words have a colour, where the reader's terminal shows one. */
public enum Ink {
    /** Words alone, for files and for those who asked for it. */
    PLAIN {
        @Override
        String paint(TierOutcome outcome, String word) {
            return word;
        }
    },
    /** Words in the colour of what they tell. */
    COLOURED {
        @Override
        String paint(TierOutcome outcome, String word) {
            return switch (outcome) {
                        case FAILED -> "\u001B[31m";
                        case UNVERIFIED -> "\u001B[33m";
                        case PASSED -> "\u001B[32m";
                        case NOT_APPLICABLE, NOT_RUN -> "\u001B[2m";
                    }
                    + word + "\u001B[0m";
        }
    };

    abstract String paint(TierOutcome outcome, String word);
}
