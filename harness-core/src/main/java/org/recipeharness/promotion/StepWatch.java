package org.recipeharness.promotion;

/** Is told of each step of a promotion before it is done. */
@FunctionalInterface
interface StepWatch {

    void reached(PromotionStep step);
}
