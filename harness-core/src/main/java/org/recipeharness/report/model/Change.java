package org.recipeharness.report.model;

/**
 * What is not as it was when a recipe was tested before.
 *
 * @param kind of what kind
 * @param text what it is, one line; secrets masked
 */
public record Change(Kind kind, String text) {

    /** What can have changed; what a reader wants to know first comes first. */
    public enum Kind {
        /** It was green: the worst that a night can bring. */
        NEWLY_RED("newly red", TierOutcome.FAILED),
        /** It was red, and is not any more. */
        GREEN_AGAIN("green again", TierOutcome.PASSED),
        /** It was red already. */
        STILL_RED("still red", TierOutcome.FAILED),
        /** A tier takes longer than it used to. */
        SLOWER("slower", TierOutcome.UNVERIFIED),
        /** A probe would not have waited much longer. */
        BUDGET_NEARLY_USED("budget nearly used", TierOutcome.UNVERIFIED),
        /** Nothing is known of before. */
        FIRST_SEEN("first seen", TierOutcome.NOT_RUN);

        private final String word;
        private final TierOutcome like;

        Kind(String word, TierOutcome like) {
            this.word = word;
            this.like = like;
        }

        /**
         * Gives the word for it that all reports use.
         *
         * @return such as {@code newly red}
         */
        public String word() {
            return word;
        }

        /** It looks like an outcome of that weight. */
        public String style() {
            return like.style();
        }
    }
}
