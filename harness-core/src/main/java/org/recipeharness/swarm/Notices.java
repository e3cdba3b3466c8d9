package org.recipeharness.swarm;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is told to all who look at a swarm. Of several who make a notice of one name, or change one version of it, one succeeds.
 *
 * <p>Each call throws a {@link SwarmException} when the engine doesn't answer, or answers what was not expected.
 */
public interface Notices {

    /**
     * Names the swarm.
     *
     * @return the same text for the same engine
     */
    String place();

    /**
     * Asks what time it is.
     *
     * @return the time by the clock that {@link Notice#updated} is told by
     */
    Instant now();

    /**
     * Lists notices.
     *
     * @param prefix what their names begin with
     * @return the notices, by name
     */
    List<Notice> list(String prefix);

    /**
     * Makes a notice.
     *
     * @param name its name
     * @param content what somebody reads who comes upon it
     * @param labels what it says
     * @return false where the name is taken
     */
    boolean create(String name, String content, Map<String, String> labels);

    /**
     * Changes what a notice says.
     *
     * @param notice the version that is changed
     * @param labels what it says from now on
     * @return false where somebody else has changed or removed it meanwhile
     */
    boolean replace(Notice notice, Map<String, String> labels);

    /**
     * Removes a notice, whatever its version.
     *
     * @param notice which; one that is not there is removed at once
     */
    void remove(Notice notice);
}
