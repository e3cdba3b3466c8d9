package org.recipeharness.promotion;

/** The steps of a promotion, each named by what is done in it; a process may be ended in any of them. */
enum PromotionStep {
    /** Registry and swarm are compared, and made true again. */
    RECONCILE,
    /** The journal tells that a promotion is under way. */
    BEGIN,
    /** The canonical's volumes are saved. */
    SAVE,
    /** The journal tells where they are: from here on, the volumes may change. */
    NOTE_SNAPSHOT,
    /** The head is deployed onto the canonical's volumes, and answers at the warm domain. */
    DEPLOY,
    /** The data that the canonical carries is looked for, or seeded at the first promotion. */
    LOOK_FOR_DATA,
    /** The registry is written. */
    RECORD,
    /** The app is undeployed, its volumes kept. */
    MAKE_IDLE,
    /** The journal is removed, and snapshots that are too old. */
    END,
    /** The promotion has failed, and what was before is brought back. */
    BRING_BACK
}
