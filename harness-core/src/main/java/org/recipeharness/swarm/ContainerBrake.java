package org.recipeharness.swarm;

/**
 * Holds up containers of the engine's node: for seeing what becomes of an app on a machine that is too busy for it.
 *
 * <p>A container of another node is as one that is not there: {@link SwarmException#isContainerGone()}.
 */
public interface ContainerBrake {

    /**
     * Lets all processes of a container stand still; its health check is not run meanwhile.
     *
     * @param container the container's id
     * @throws SwarmException when it is not there, is paused already, or the engine can't pause it
     */
    void pause(String container);

    /**
     * Lets a paused container go on.
     *
     * @param container the container's id; one that is not paused, or not there any more, is no error
     * @throws SwarmException when the engine can't
     */
    void goOn(String container);

    /**
     * Tells how much of the node's processors a container may use.
     *
     * @param container the container's id
     * @return in processors; 0 for as much as there is
     * @throws SwarmException when it is not there
     */
    double cpus(String container);

    /**
     * Says how much of the node's processors a container may use from now on.
     *
     * @param container the container's id
     * @param cpus in processors, such as 0.1; 0 for as much as there is
     * @throws SwarmException when it is not there, or the engine can't, as on a kernel without the group for it
     */
    void throttle(String container, double cpus);
}
