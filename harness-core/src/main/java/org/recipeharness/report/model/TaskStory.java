package org.recipeharness.report.model;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * What became of a task.
 *
 * @param id the beginning of its id
 * @param slot which replica it is
 * @param state docker's word for how far it has come
 * @param over whether it has ended
 * @param bad whether it ended unasked
 * @param created when the swarm made it
 * @param since when it came into that state
 * @param exit its container's exit code, once it has ended
 * @param message what the swarm says of it; may be empty
 */
public record TaskStory(
        String id,
        int slot,
        String state,
        boolean over,
        boolean bad,
        Instant created,
        Instant since,
        OptionalInt exit,
        String message) {}
