package org.recipeharness.junit;

import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Tests under which their app dies. */
@RecipeDeployment("sample")
@TestMethodOrder(MethodName.class)
class LosingTestCases {

    @Test
    void aNoticesNothing(RecordingSwarm swarm) {
        swarm.loseTask("db");
    }

    @Test
    void bRunsOnWhatCameInItsPlace() {}

    @Test
    void cFailsOfIt(RecordingSwarm swarm) {
        swarm.loseTask("app");
        throw new IllegalStateException("Connection reset");
    }
}
